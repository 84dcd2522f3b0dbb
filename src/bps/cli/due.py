"""`bps due`: which standards are to be reviewed, and what replacement and withdrawal touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bps.cli.answer import answer, answer_options

if TYPE_CHECKING:
    from datetime import date

    from bps.cli.shared import Session


@click.command("due")
@click.argument("place", required=False)
@click.option(
    "--fail-on",
    type=click.Choice(["overdue", "due-soon"]),
    help="Exit 1 when a standard stands so, or worse. 有这一类或更急的标准时，退出码为 1。",
)
@answer_options
@click.pass_obj
def command(
    session: Session,
    place: str | None,
    fail_on: str | None,
    on: date,
    form: str | None,
    table: str | None,
    everything: bool,  # noqa: FBT001 - click's signature
) -> int:
    """Show the review clock of standards and what their replacement touches.

    查看各标准什么时候该复审，以及标准被代替、废止后影响哪些事项。
    """
    from bps.analysis.lifecycle import CLOCK_STATES, lifecycle
    from bps.analysis.names import Names
    from bps.analysis.review_cycles import REVIEW_CYCLES
    from bps.analysis.tables.lifecycle import lifecycle_tables
    from bps.findings.words import Words

    registry = session.open(rules=False).registry
    found = lifecycle(registry, today=on, place=place)
    counts = {key: found.count(key) for key in CLOCK_STATES}  # type: ignore[arg-type]
    headline = [
        Words(
            zh="，".join(f"{CLOCK_STATES[key].zh} {number}" for key, number in counts.items()),
            en=", ".join(f"{CLOCK_STATES[key].en} {number}" for key, number in counts.items()),
        )
    ]
    headline += [
        Words(
            zh=f"规则：{cycle.text.zh}（{cycle.document.zh}）",
            en=f"Rule: {cycle.text.en} ({cycle.document.en})",
        )
        for cycle in REVIEW_CYCLES
    ]
    answer(
        session,
        lifecycle_tables(found, Names(registry)),
        form=form,
        table=table,
        everything=everything,
        headline=headline,
    )
    late = counts["overdue"]
    if fail_on == "due-soon":
        late += counts["maybe-due"] + counts["due-soon"]
    return int(fail_on is not None and late > 0)
