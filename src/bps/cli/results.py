"""`bps results`: monitoring results with their denominators, ranks and targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bps.cli.answer import answer, answer_options

if TYPE_CHECKING:
    from datetime import date

    from bps.cli.shared import Session


@click.command("results")
@click.argument("place", required=False)
@answer_options
@click.pass_obj
def command(
    session: Session,
    place: str | None,
    on: date,  # noqa: ARG001 - results carry their own dates
    form: str | None,
    table: str | None,
    everything: bool,  # noqa: FBT001 - click's signature
) -> None:
    """List monitoring results; satisfaction is kept apart from facility counts.

    列出监测结果；满意度与设施数量分开，不同调查不相混。
    """
    from bps.analysis.monitoring import results
    from bps.analysis.names import Names
    from bps.analysis.tables.monitoring import results_table
    from bps.findings.words import Words

    registry = session.open(rules=False).registry
    found = results(registry, place=place)
    places = len({one.place for one in found})
    headline = Words(
        zh=f"结果 {len(found)} 条，涉及 {places} 个地区。",
        en=f"Results: {len(found)}; places: {places}.",
    )
    if place is not None and not found:
        headline = Words(
            zh="没有收录这个地区的监测结果。", en="No result of this place is recorded."
        )
    answer(
        session,
        (results_table(found, Names(registry)),),
        form=form,
        table=table,
        everything=everything,
        headline=[headline],
    )
