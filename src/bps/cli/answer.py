"""Print tables of results as text, JSON or CSV; shared by the commands for reviewers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from bps.cli.cells import cut, padded, width
from bps.cli.shared import Session, root_and_lang
from bps.errors import UsageError

if TYPE_CHECKING:
    from bps.analysis.table import Table
    from bps.findings.words import Words

Command = TypeVar("Command", bound=Callable[..., Any])
# As much as a person reads on a terminal; the rest is one option away.
_ROWS = 40
_WIDEST = 48


def day_option(_: click.Context, __: click.Parameter, value: str | None) -> date:
    """Read `--on`; the clock is asked here, at the rim, and nowhere inside."""
    if value is None:
        return date.today()  # noqa: DTZ011 - the calendar day where the person sits
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise UsageError(
            f"“{value}”不是日期，应写成 2026-11-22。",
            f'"{value}" is not a date; write it as 2026-11-22.',
        ) from None


def answer_options(function: Command) -> Command:
    """Add `--format text|json|csv`, `--table`, `--all`, `--on`, `--root` and `--lang`."""
    for option in (
        click.option(
            "--on",
            callback=day_option,
            metavar="DATE",
            help="Judge by this day, not today. 按这一天判断。",
        ),
        click.option("--all", "everything", is_flag=True, help="Print every row. 列出全部行。"),
        click.option("--table", "table", metavar="NAME", help="Only this table. 只要这张表。"),
        click.option(
            "--format",
            "form",
            type=click.Choice(["text", "json", "csv"]),
            default=None,
            help="Form of the answer. 输出格式。",
        ),
        root_and_lang,
    ):
        function = option(function)
    return function


def answer(
    session: Session,
    tables: Sequence[Table],
    *,
    form: str | None,
    table: str | None,
    everything: bool,
    headline: Sequence[Words] = (),
) -> None:
    """Print results.

    Args:
        session: The session.
        tables: The tables, the most important one first.
        form: `text`, `json` or `csv`; None for what the session says.
        table: Name of the only table wanted.
        everything: Whether text holds all rows.
        headline: Sentences that stand above the tables of a text.

    Raises:
        UsageError: If there is no table of that name.
    """
    chosen = [one for one in tables if table in {None, one.name}]
    if not chosen and tables:
        names = ", ".join(one.name for one in tables)
        raise UsageError(
            f"没有“{table}”这张表，可用：{names}。", f'There is no table "{table}"; use {names}.'
        )
    match form or session.format:
        case "json":
            session.emit(
                {
                    "summary": [{"zh": one.zh, "en": one.en} for one in headline],
                    "tables": {one.name: list(one.records()) for one in chosen},
                }
            )
        case "csv":
            _print_csv(chosen[0])
        case _:
            for words in headline:
                session.say(words.zh, words.en)
            for one in chosen:
                if one.rows or table is not None:
                    _print_text(session, one, everything=everything)


def _print_csv(table: Table) -> None:
    from bps.export.csv_files import table_csv

    # Bytes, so that line ends and the byte order mark arrive as they are.
    click.echo(table_csv(table), nl=False)


def _print_text(session: Session, table: Table, *, everything: bool) -> None:
    columns = [(place, one) for place, one in enumerate(table.columns) if not one.code]
    rows = table.rows if everything else table.rows[:_ROWS]
    lines = [[one.title.in_language(session.lang) for _, one in columns]]
    lines.extend([_word(session, row[place]) for place, _ in columns] for row in rows)
    used = [
        index
        for index in range(len(columns))
        if index == 0 or any(line[index] for line in lines[1:])
    ]
    widths = {index: min(_WIDEST, max(width(line[index]) for line in lines)) for index in used}
    click.echo(f"\n{table.title.in_language(session.lang)} ({len(table.rows)})")
    for line in lines:
        cells = [padded(cut(line[index], widths[index]), widths[index]) for index in used]
        click.echo(f"  {'  '.join(cells)}".rstrip())
    if len(rows) < len(table.rows):
        more = len(table.rows) - len(rows)
        session.say(
            f"  ……还有 {more} 行，用 --all 列出", f"  … rows left out: {more}; --all prints them"
        )


def _word(session: Session, value: object) -> str:
    from bps.analysis.table import plain_cell

    if isinstance(value, bool):
        return session.pick("是", "yes") if value else session.pick("否", "no")
    plain = plain_cell(value, session.lang)  # type: ignore[arg-type]
    return "" if plain is None else " ".join(str(plain).split())
