"""`bps evidence`: how far the register can be trusted, and what to close first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bps.cli.answer import answer, answer_options

if TYPE_CHECKING:
    from datetime import date

    from bps.cli.shared import Session


@click.command("evidence")
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    metavar="PERCENT",
    help="Exit 1 when a smaller share of facts is confirmed. 有来源证实的比例低于此值时，退出码为 1。",
)
@answer_options
@click.pass_obj
def command(
    session: Session,
    fail_under: float | None,
    on: date,
    form: str | None,
    table: str | None,
    everything: bool,  # noqa: FBT001 - click's signature
) -> int:
    """Show how facts are known, what to close first, and which sources carry most.

    查看事实的依据情况、待核实清单和来源的分量。
    """
    from bps.analysis.evidence import GRADES, evidence_report
    from bps.analysis.names import Names
    from bps.analysis.tables.trust import evidence_tables
    from bps.findings.words import Words

    registry = session.open(rules=False).registry
    found = evidence_report(registry, today=on)
    headline = Words(
        zh=f"事实 {found.total} 条："
        + "，".join(f"{GRADES[key].zh} {found.share(key):.1f}%" for key, _ in found.facts),
        en=f"Facts: {found.total}; "
        + ", ".join(f"{GRADES[key].en} {found.share(key):.1f} %" for key, _ in found.facts),
    )
    answer(
        session,
        evidence_tables(found, Names(registry)),
        form=form,
        table=table,
        everything=everything,
        headline=[headline],
    )
    return int(fail_under is not None and found.share("confirmed") < fail_under)
