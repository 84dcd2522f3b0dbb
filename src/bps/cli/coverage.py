"""`bps coverage`: which national items are recorded where, what has no standard, whom nothing serves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bps.cli.answer import answer, answer_options

if TYPE_CHECKING:
    from datetime import date

    from bps.analysis.table import Table
    from bps.cli.shared import Session
    from bps.findings.words import Words
    from bps.link import Registry

_SUBJECTS = ("places", "standards", "people")


@click.command("coverage")
@click.argument("places", nargs=-1, metavar="[PLACE]...")
@click.option(
    "--of",
    "subject",
    type=click.Choice(_SUBJECTS),
    default="places",
    help="National items in places, items and standards, or people and stages of life. "
    "看什么：places 各地与国家事项，standards 事项与标准，people 人群和生命周期。",
)
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    metavar="PERCENT",
    help="Exit 1 when less than this share is covered. 覆盖率低于此值时，退出码为 1。",
)
@answer_options
@click.pass_obj
def command(
    session: Session,
    places: tuple[str, ...],
    subject: str,
    fail_under: float | None,
    on: date,
    form: str | None,
    table: str | None,
    everything: bool,  # noqa: FBT001 - click's signature
) -> int:
    """Show what is recorded where, and what is missing.

    查看各地收录了哪些国家事项、哪些事项没有标准、哪些人群没有事项。
    """
    registry = session.open(rules=False).registry
    share, headline, tables = _reckon(registry, subject, places, on)
    answer(session, tables, form=form, table=table, everything=everything, headline=[headline])
    return 1 if fail_under is not None and share < fail_under else 0


def _reckon(
    registry: Registry, subject: str, places: tuple[str, ...], on: date
) -> tuple[float, Words, tuple[Table, ...]]:
    from bps.analysis.coverage import coverage
    from bps.analysis.names import Names
    from bps.analysis.reach import reach
    from bps.analysis.tables.coverage import coverage_tables, reach_tables, ties_tables
    from bps.analysis.ties import ties
    from bps.findings.words import Words

    names = Names(registry)
    if subject == "standards":
        found = ties(registry, today=on, place=places[0] if places else None)
        total, good = len(found.items), found.count("governed")
        words = Words(
            zh=f"事项 {total} 个：{good} 个有现行标准，{found.count('only-withdrawn')} 个只有已废止或"
            f"被代替的标准，{found.count('none')} 个没有标准；{len(found.idle)} 项标准没有对应事项。",
            en=f"Items: {total}; with a standard in force: {good}; with withdrawn ones only: "
            f"{found.count('only-withdrawn')}; with none: {found.count('none')}. Standards that "
            f"serve no item: {len(found.idle)}.",
        )
        return _share(good, total), words, ties_tables(found, names)
    if subject == "people":
        reached = reach(registry)
        everyone = (*reached.life_events, *reached.recipients)
        served = sum(not one.unserved for one in everyone)
        words = Words(
            zh=f"生命周期阶段和服务对象共 {len(everyone)} 类，{len(everyone) - served} 类没有事项。",
            en=f"Stages of life and groups of people: {len(everyone)}; served by nothing: "
            f"{len(everyone) - served}.",
        )
        return _share(served, len(everyone)), words, reach_tables(reached, names)
    matrix = coverage(registry, today=on, places=places)
    words = Words(
        zh=f"国家事项 {len(matrix.items)} 个 × 地区 {len(matrix.places)} 个："
        f"收录 {len(matrix.cells)} 格，占 {matrix.share:.1f}%。未收录不等于没有服务。",
        en=f"National items: {len(matrix.items)}; places: {len(matrix.places)}; cells recorded: "
        f"{len(matrix.cells)}, {matrix.share:.1f} %. Not recorded does not mean "
        "not provided.",
    )
    return matrix.share, words, coverage_tables(matrix, names)


def _share(part: int, total: int) -> float:
    return 100 * part / total if total else 0.0
