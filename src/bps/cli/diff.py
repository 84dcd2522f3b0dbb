"""`bps diff`: what changed between two list editions, two days or two revisions of the register."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import click

from bps.cli.answer import answer, answer_options
from bps.errors import UsageError

if TYPE_CHECKING:
    from bps.analysis.table import Table
    from bps.cli.shared import Session
    from bps.findings.words import Words

_DAY = re.compile(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")


@click.command("diff")
@click.argument("before")
@click.argument("after")
@answer_options
@click.pass_obj
def command(
    session: Session,
    before: str,
    after: str,
    on: date,  # noqa: ARG001 - both sides name their own day
    form: str | None,
    table: str | None,
    everything: bool,  # noqa: FBT001 - click's signature
) -> None:
    """Compare two list editions, two days (2023-01-01) or two git revisions.

    比较两版清单、两个日期或两个 git 版本。
    """
    days = [_DAY.match(one) is not None for one in (before, after)]
    if all(days):
        headline, tables = _by_day(session, before, after)
    elif any(days):
        raise UsageError("日期只能与日期比较。", "A day can only be compared with another day.")
    else:
        headline, tables = _by_edition_or_revision(session, before, after)
    answer(session, tables, form=form, table=table, everything=everything, headline=[headline])


def _by_day(session: Session, before: str, after: str) -> tuple[Words, tuple[Table, ...]]:
    from bps.analysis.names import Names
    from bps.analysis.revisions import diff_dates
    from bps.analysis.tables.changes import date_tables
    from bps.findings.words import Words

    first, second = _day(before), _day(after)
    if first > second:
        raise UsageError("前一个日期应早于后一个。", "The first day has to come before the second.")
    registry = session.open(rules=False).registry
    found = diff_dates(registry, first, second)
    headline = Words(
        zh=f"{before} 至 {after}：水平变化 {len(found.levels)} 处，标准 {len(found.standards)} 项，"
        f"清单 {len(found.lists)} 份（只算有日期的记录）。",
        en=f"{before} to {after}: levels moved: {len(found.levels)}; standards changed: "
        f"{len(found.standards)}; lists changed: {len(found.lists)} (dated records only).",
    )
    return headline, date_tables(found, Names(registry))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f"{text} 不是日历上的日期。", f"{text} is not a day of the calendar."
        ) from None


def _by_edition_or_revision(
    session: Session, before: str, after: str
) -> tuple[Words, tuple[Table, ...]]:
    from bps.analysis.diff import diff_editions
    from bps.analysis.names import Names
    from bps.analysis.tables.changes import edition_tables
    from bps.findings.words import Words

    registry = session.open(rules=False).registry
    known = [registry.find("list", one) is not None for one in (before, after)]
    if not any(known):
        return _by_revision(session, before, after)
    found = diff_editions(registry, before, after)
    headline = Words(
        zh=f"{before}（收录 {found.items_before} 项）→ {after}（收录 {found.items_after} 项）",
        en=f"{before} (items recorded: {found.items_before}) → {after} "
        f"(items recorded: {found.items_after})",
    )
    return headline, edition_tables(found, Names(registry))


def _by_revision(session: Session, before: str, after: str) -> tuple[Words, tuple[Table, ...]]:
    from bps.analysis.names import Names
    from bps.analysis.revisions import diff_registries
    from bps.analysis.tables.changes import revision_table
    from bps.cli.revision import registry_at
    from bps.findings.words import Words

    old, new = registry_at(session.root, before), registry_at(session.root, after)
    changes = diff_registries(old, new)
    headline = Words(
        zh=f"{before} 与 {after} 之间有 {len(changes)} 条记录不同。",
        en=f"Records that differ between {before} and {after}: {len(changes)}.",
    )
    return headline, (revision_table(changes, Names(old), Names(new)),)
