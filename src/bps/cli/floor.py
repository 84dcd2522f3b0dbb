"""`bps floor`: local items and levels held against the nation, those below it first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bps.cli.answer import answer, answer_options

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bps.analysis.floor import Floor
    from bps.analysis.names import Names
    from bps.cli.shared import Session
    from bps.findings.words import Words


@click.command("floor")
@click.argument("place", required=False)
@click.option(
    "--ladder",
    "measure",
    metavar="MEASURE",
    help="Show all values of one measure instead. 只看一项指标在各地的数值。",
)
@click.option(
    "--explain",
    "explained",
    metavar="ITEM",
    help="Show how one local item was compared, step by step. 逐步说明一个地方事项是怎样比出来的。",
)
@click.option(
    "--fail-on",
    type=click.Choice(["below", "look-again"]),
    help="Exit 1 when an item stands so, or worse. 有这一类或更重的结论时，退出码为 1。",
)
@answer_options
@click.pass_obj
def command(  # noqa: PLR0913, PLR0917 - click hands over each option by its name
    session: Session,
    place: str | None,
    measure: str | None,
    explained: str | None,
    fail_on: str | None,
    on: date,
    form: str | None,
    table: str | None,
    everything: bool,  # noqa: FBT001 - click's signature
) -> int:
    """Compare a place (or every place) with the national floor.

    把地方事项和水平与国家标准比较，低于底线的排在最前。
    """
    from bps.analysis.first_day import refuse_day_before_records
    from bps.analysis.floor import floor, floors
    from bps.analysis.floor_steps import explain
    from bps.analysis.ladder import ladders
    from bps.analysis.names import Names
    from bps.analysis.tables.floor import floor_tables, ladder_table

    registry = session.open(rules=False).registry
    names = Names(registry)
    if measure is not None:
        tables = (ladder_table(ladders(registry, measure=measure), names),)
        answer(session, tables, form=form, table=table, everything=everything)
        return 0
    refuse_day_before_records(registry, on)
    if explained is not None:
        for line in explain(registry, registry.get("item", explained), on=on):
            session.say(line.zh, line.en)
        return 0
    found = (floor(registry, place, today=on),) if place else floors(registry, today=on)
    answer(
        session,
        floor_tables(found, names),
        form=form,
        table=table,
        everything=everything,
        headline=_headline(found, names),
    )
    bad = ("below",) if fail_on == "below" else ("below", "look-again") if fail_on else ()
    return int(any(item.standing in bad for one in found for item in one.items))


def _headline(found: Sequence[Floor], names: Names) -> list[Words]:
    from bps.analysis.floor import FLOOR_DOCUMENT, FLOOR_RULE, ORDER, STANDINGS
    from bps.findings.words import Words

    standings = [item.standing for one in found for item in one.items]
    counts = {key: standings.count(key) for key in ORDER}
    lines = [
        Words(
            zh="、".join(f"{STANDINGS[key].zh} {number}" for key, number in counts.items()),
            en=", ".join(f"{STANDINGS[key].en} {number}" for key, number in counts.items()),
        ),
        Words(
            zh=f"规则：{FLOOR_RULE.zh}（{FLOOR_DOCUMENT}）",
            en=f"Rule: {FLOOR_RULE.en} ({FLOOR_DOCUMENT})",
        ),
    ]
    if not standings:
        lines.append(
            Words(
                zh="没有收录这个地区的事项，还比不了。",
                en="No item of this place is recorded; there is nothing to compare.",
            )
        )
    for one in found:
        for kind, holder, number in one.declared_above:
            document = names.of(kind, holder)
            zh, en = (document.in_language(each) if document else holder for each in ("zh", "en"))
            lines.append(
                Words(
                    zh=f"{zh}：公布 {number} 项高于国家标准；没有公布名称的，不在下表。",
                    en=f"{en}: {number} are declared above the national ones; those without a name "
                    "are not in the table.",
                )
            )
    return lines
