"""`bps loop`: from weak results of a place to the items, standards and units behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bps.cli.answer import answer, answer_options

if TYPE_CHECKING:
    from datetime import date

    from bps.cli.shared import Session


@click.command("loop")
@click.argument("place")
@answer_options
@click.pass_obj
def command(
    session: Session,
    place: str,
    on: date,
    form: str | None,
    table: str | None,
    everything: bool,  # noqa: FBT001 - click's signature
) -> None:
    """Walk from weak domains of a place to what stands behind them and what is due.

    从一个地区偏弱的监测领域，回到背后的事项、标准、责任单位和应复审的标准。
    """
    from bps.analysis.loop import loop
    from bps.analysis.names import Names
    from bps.analysis.tables.loop import loop_tables
    from bps.findings.words import Words

    registry = session.open(rules=False).registry
    found = loop(registry, place, today=on)
    weak = sum(bool(one.weaknesses) for one in found.domains)
    headline = Words(
        zh=f"有结果的领域 {len(found.domains)} 个，偏弱 {weak} 个；总体问题 {len(found.overall)} 条。",
        en=f"Domains with results: {len(found.domains)}; weak: {weak}; remarks about the whole: "
        f"{len(found.overall)}.",
    )
    if not found.domains and not found.overall:
        headline = Words(
            zh="没有收录这个地区的监测结果。", en="No result of this place is recorded."
        )
    answer(
        session,
        loop_tables(found, Names(registry)),
        form=form,
        table=table,
        everything=everything,
        headline=[headline],
    )
