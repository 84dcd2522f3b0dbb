"""`bps levels`: what an item promised on a given day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bps.cli.answer import answer, answer_options

if TYPE_CHECKING:
    from datetime import date

    from bps.cli.shared import Session


@click.command("levels")
@click.argument("item")
@answer_options
@click.pass_obj
def command(
    session: Session,
    item: str,
    on: date,
    form: str | None,
    table: str | None,
    everything: bool,  # noqa: FBT001 - click's signature
) -> None:
    """Show the levels of an item that applied on a day (--on), and the list that named it.

    查看一个事项在某一天（--on）执行的各项水平，以及收入它的清单。
    """
    from bps.analysis.levels_on import ended_series, levels_on
    from bps.analysis.names import Names
    from bps.analysis.tables.levels import editions_table, ended_table, levels_table
    from bps.findings.words import Words
    from bps.relations.listed_on import list_periods, listed_on

    registry = session.open(rules=False).registry
    record = registry.get("item", item)
    rows = levels_on(record.levels, on)
    lists = listed_on(registry, record, on, periods=list_periods(registry))
    names = Names(registry)
    sure = sum(row.certain for row in rows)
    headline = Words(
        zh=f"{record.name.in_language('zh')}，{on.isoformat()}：{len(rows)} 项，其中日期确定 {sure} 项。",
        en=f"{record.name.in_language('en')} on {on.isoformat()}. Levels: {len(rows)}; "
        f"with certain dates: {sure}.",
    )
    answer(
        session,
        (
            levels_table(rows, names),
            editions_table(lists, names),
            ended_table(ended_series(record.levels, on), names),
        ),
        form=form,
        table=table,
        everything=everything,
        headline=[headline],
    )
