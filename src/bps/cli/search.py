"""`bps search`: find records by the words people use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bps.cli.cluster_options import cluster_options
from bps.cli.shared import Session, shared_options

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from bps.search.answer import Answer, Engine
    from bps.search.index import SearchIndex
    from bps.search.rank import Ranked

ENGINES = ("whoosh", "tantivy", "opensearch", "memory")
# Address of a hub below the site, with what it is called.
_HUBS: Mapping[str, tuple[str, str]] = {
    "finder": ("我能享受什么", "What can I get?"),
    "items": ("全部服务事项", "All services"),
    "life-events": ("人生大事", "Life events"),
    "recipients": ("服务对象", "Who it is for"),
    "areas": ("领域", "Areas"),
    "standards": ("标准", "Standards"),
    "places": ("地区", "Places"),
}


@click.command("search")
@click.argument("query", nargs=-1, required=True)
@click.option("--type", "type_name", help="Record type, such as item or standard. 记录类型。")
@click.option(
    "--place", help="Id of a place; what lies below it counts too. 地区的编号，包括它下面的地方。"
)
@click.option("--area", help="Area, as scheme/area. 领域，写作“分类/领域”。")
@click.option("--recipients", help="Id of a group of recipients. 服务对象的编号。")
@click.option("--life-event", help="Id of a life event. 人生大事的编号。")
@click.option(
    "--limit",
    type=click.IntRange(1, 50),
    default=10,
    show_default=True,
    help="How many results. 最多几条。",
)
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default="whoosh",
    show_default=True,
    help="Search engine. 搜索引擎。",
)
@cluster_options
@shared_options
@click.pass_obj
def command(session: Session, /, query: tuple[str, ...], **options: Any) -> None:
    """Find records by plain words, old or short names, pinyin, English or a standard code.

    用平常的说法、旧名、简称、拼音、英文或标准号查找记录。
    """
    from bps.search.answer import answer
    from bps.search.fitting import NOTHING_FITS
    from bps.search.result import result_value

    index, folder = open_search_index(session)
    engine = make_engine(
        options["engine"], folder, urls=options["urls"], index_name=options["index_name"]
    )
    engine.index(index)
    facets = {
        facet: options[option]
        for facet, option in (
            ("type", "type_name"),
            ("place", "place"),
            ("area", "area"),
            ("recipients", "recipients"),
            ("life_event", "life_event"),
        )
        if options[option]
    }
    for facet, value in facets.items():
        if not any(value in entry.document.values_of(facet) for entry in index.entries):
            session.remark(f"没有任何记录属于“{value}”。", f'No record belongs to "{value}".')
    found = answer(" ".join(query), index, engine, facets=facets, limit=options["limit"])
    if session.is_json:
        if not found.fits:
            session.remark(NOTHING_FITS.zh, NOTHING_FITS.en)
        session.emit([result_value(hit, session.lang) for hit in (*found.elsewhere, *found.hits)])
        return
    _print(found, session)


def open_search_index(session: Session) -> tuple[SearchIndex, Path]:
    """The search index of the register and the folder that is named after its stamp.

    The kept index is taken if no record changed since; else the register is read.
    """
    from bps.search.store import open_index, stamp_of

    root = session.root
    paths = [
        path.relative_to(root).as_posix()
        for folder in ("catalogue", "standards")
        for path in (root / folder).rglob("*.yml")
        if path.is_file()
    ]
    stamp = stamp_of(root, paths)
    kept = root / "build" / "index"
    return open_index(kept, stamp, lambda: _build(session)), kept / stamp


def _build(session: Session) -> SearchIndex:
    from bps.search.documents import index_registry

    return index_registry(session.open(rules=False).registry)


def make_engine(name: str, folder: Path, *, urls: Sequence[str], index_name: str) -> Engine:
    """The engine of this name; what it keeps on the disk stands in the folder of the index."""
    if name == "opensearch":
        from bps.search.opensearch.engine import OpenSearchEngine

        return OpenSearchEngine(urls, name=index_name)
    if name == "tantivy":
        from bps.search.tantivy_engine import TantivyEngine

        return TantivyEngine()
    # Where nothing can be kept, looking at every document is quicker than an index for one query.
    if name == "memory" or not folder.exists():
        from bps.search.memory_engine import MemoryEngine

        return MemoryEngine()
    from bps.search.whoosh_engine import WhooshEngine

    return WhooshEngine(folder / "whoosh")


def _why(hit: Ranked, language: str) -> tuple[str, ...]:
    from bps.search.reasons import say_why

    return tuple(dict.fromkeys(say_why(reason).in_language(language) for reason in hit.reasons))


def _title(type_name: str, language: str) -> str:
    """What the type of a record is called."""
    from bps.model import RECORD_TYPES

    kind = RECORD_TYPES.get(type_name)
    return kind.title.in_language(language) if kind else type_name


def _print(found: Answer, session: Session) -> None:
    from bps.search.fitting import COME_CLOSE, NOTHING_FITS
    from bps.search.result import result_value

    lang = session.lang
    if found.elsewhere:
        _print_elsewhere(found, session)
    elif not found.fits:
        session.say(NOTHING_FITS.zh, NOTHING_FITS.en)
        if found.hits:
            session.say(COME_CLOSE.zh, COME_CLOSE.en)
    for number, hit in enumerate(found.hits, start=1):
        value = result_value(hit, lang)
        code = f"  {value['code']}" if value["code"] else ""
        click.echo(f"{number:>2}. {value['name']}{code}")
        click.echo(f"    {_title(value['type'], lang)}  {value['id']}")
        click.echo(f"    {session.pick('；', '; ').join(_why(hit, lang))}")
    if found.hits or found.elsewhere:
        return
    if found.near:
        session.say(
            f"您是不是想找：{'、'.join(found.near)}", f"Did you mean: {', '.join(found.near)}"
        )
    session.say("从这里找：", "Start from here:")
    for hub in found.hubs:
        zh, en = _HUBS[hub]
        click.echo(f"  /{hub}/  {session.pick(zh, en)}")


def _print_elsewhere(found: Answer, session: Session) -> None:
    """Say who handles a matter outside the lists, before everything else."""
    from bps.search.fitting import ELSEWHERE
    from bps.search.result import result_value

    session.say(ELSEWHERE.zh, ELSEWHERE.en)
    for hit in found.elsewhere:
        value = result_value(hit, session.lang)
        call = session.pick(f"，电话 {value['call']}", f"; call {value['call']}")
        click.echo(f"  {value['name']}")
        click.echo(f"    {value['body']}{call if value['call'] else ''}")
        for line in (value["note"], *value["items"]):
            if line:
                click.echo(f"    {line}")
    if found.hits:
        session.say("本站的记录中有关的：", "Records of this site that touch on it:")
