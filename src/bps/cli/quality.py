"""`bps quality`: how useful each record is, and what would lift it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bps.cli.answer import answer, answer_options

if TYPE_CHECKING:
    from datetime import date

    from bps.cli.shared import Session


@click.command("quality")
@click.argument("place", required=False)
@answer_options
@click.pass_obj
def command(
    session: Session,
    place: str | None,
    on: date,  # noqa: ARG001 - the measure does not depend on a day
    form: str | None,
    table: str | None,
    everything: bool,  # noqa: FBT001 - click's signature
) -> None:
    """Measure each record: empty, valid, useful or complete, and what would lift it.

    衡量每条记录：仅有名称、合规、可用、完整，以及再补什么可以提高。
    """
    from bps.analysis.names import Names
    from bps.analysis.quality import STEPS, quality
    from bps.analysis.tables.guide import guide_table
    from bps.analysis.tables.trust import quality_tables
    from bps.findings.words import Words

    registry = session.open(rules=False).registry
    found = quality(registry, place=place)
    names = Names(registry)
    counts = {step: sum(one.step == step for one in found.records) for step in STEPS}
    headline = Words(
        zh="，".join(f"{STEPS[step].zh} {number}" for step, number in counts.items()),
        en=", ".join(f"{STEPS[step].en} {number}" for step, number in counts.items()),
    )
    answer(
        session,
        (*quality_tables(found, names), guide_table(registry, names, place=place)),
        form=form,
        table=table,
        everything=everything,
        headline=[headline],
    )
