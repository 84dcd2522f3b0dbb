"""`bps reconcile`: published totals against what is recorded, and whether sums agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bps.cli.answer import answer, answer_options

if TYPE_CHECKING:
    from datetime import date

    from bps.cli.shared import Session


@click.command("reconcile")
@click.argument("place", required=False)
@answer_options
@click.pass_obj
def command(
    session: Session,
    place: str | None,
    on: date,  # noqa: ARG001 - counts do not depend on a day
    form: str | None,
    table: str | None,
    everything: bool,  # noqa: FBT001 - click's signature
) -> None:
    """Hold published totals against the register.

    把公布的总数与收录数逐项核对，并检查合计。
    """
    from bps.analysis.names import Names
    from bps.analysis.reconcile import reconcile
    from bps.analysis.tables.reconcile import reconcile_tables
    from bps.findings.words import Words

    registry = session.open(rules=False).registry
    found = reconcile(registry, place=place)
    counted = [one for one in found.claims if one.recorded is not None]
    agree = sum(one.state == "complete" for one in counted)
    sums = sum(one.outcome == "agrees" for one in found.sums)
    headline = Words(
        zh=f"公布数 {len(found.claims)} 条，其中可逐一核对 {len(counted)} 条，一致 {agree} 条；"
        f"说法不一 {len(found.contradictions)} 处；合计 {len(found.sums)} 处，相符 {sums} 处。",
        en=f"Published totals: {len(found.claims)}; countable: {len(counted)}; agreeing: {agree}; "
        f"contradictions: {len(found.contradictions)}; sums: {len(found.sums)}, agreeing: {sums}.",
    )
    if place is not None and not found.claims:
        headline = Words(
            zh="没有收录与这个地区有关的公布数。",
            en="No published total about this place is recorded.",
        )
    answer(
        session,
        reconcile_tables(found, Names(registry)),
        form=form,
        table=table,
        everything=everything,
        headline=[headline],
    )
