"""`bps new`: a valid record in the right place, with a word on every field."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING, Any

import click

from bps.cli.shared import Session, shared_options
from bps.errors import UsageError

if TYPE_CHECKING:
    from bps.cli.answers import Answers
    from bps.link import Registry

# What a local item takes over from the item it carries out. Levels, channels and dates are its own.
_INHERITED = ("domain", "recipients", "recipients_text", "content", "eligibility", "life_events")


@click.command("new")
@click.argument("type_name", metavar="TYPE")
@click.option("--id", "record_id", help="Id of the new record. 新记录的编号。")
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="KEY=VALUE",
    help="A value, such as name.zh=…; may be repeated. 一个字段的值，如 name.zh=…；可多次给出。",
)
@click.option(
    "--from",
    "parent",
    metavar="ID",
    help="Item of the level above to take over from. 沿用上一级的哪个事项。",
)
@click.option("--source", help="Id of the source that is cited. 所引来源的编号。")
@click.option(
    "--how",
    help="How the source says it; when left out, stated, and background for general knowledge. "
    "依据怎样得来；不写时，有文件的为 stated，一般常识为 background。",
)
@click.option("--locator", help="Where in the source, such as item 12. 在来源中的位置，如第12项。")
@click.option("--no-input", is_flag=True, help="Ask nothing; for scripts. 不提问，供脚本使用。")
@click.option("--dry-run", is_flag=True, help="Print the record, write nothing. 只显示，不写入。")
@shared_options
@click.pass_obj
def command(  # noqa: PLR0913, PLR0917 - click hands over each option
    session: Session,
    type_name: str,
    record_id: str | None,
    settings: tuple[str, ...],
    parent: str | None,
    source: str | None,
    how: str | None,
    locator: str | None,
    no_input: bool,  # noqa: FBT001
    dry_run: bool,  # noqa: FBT001
) -> int:
    """Write a new record of TYPE (item, standard, unit, list, source …), complete and commented.

    新建一条记录（item 事项、standard 标准、unit 单位、list 清单、source 来源……），并注明各字段。
    """
    from bps.cli.answers import Answers, pairs_of
    from bps.model import RECORD_TYPES
    from bps.reference.start import start_text
    from bps.write import hold_lock, recover, write_file

    kind = RECORD_TYPES.get(type_name)
    if kind is not None and kind.file is not None:
        raise UsageError(
            f"{kind.title.zh}都在 {kind.file} 这一个文件里，请打开它添加。",
            f"There is one file of this type, {kind.file}: open it and add to it.",
        )
    if kind is None:
        types = {name: each for name, each in RECORD_TYPES.items() if each.file is None}
        named = "、".join(f"{name} {each.title.zh}" for name, each in types.items())
        raise UsageError(
            f"没有“{type_name}”这一类；可选：{named}。",
            f'There is no type "{type_name}"; choose from {", ".join(types)}.',
        )
    recover(session.root)
    registry = session.open(rules=False).registry
    asks = not no_input and sys.stdin.isatty()
    answers = Answers(session, registry, pairs_of(settings), asks=asks)
    if record_id is not None:
        answers.given["id"] = record_id
    data = _values(type_name, answers, parent, registry)
    if type_name != "source":
        proof = {"source": source, "how": how, "locator": locator}
        data["evidence"] = _evidence(answers, proof, data, parent=parent)
    answers.refuse_missing()
    path = kind.path_of(data["id"], level=data.get("level") if type_name == "standard" else None)
    if (session.root / path).exists() or data["id"] in registry.ids(type_name):
        raise UsageError(
            f"编号 {data['id']} 已经有记录；请打开那条记录修改，或另取编号。",
            f"The id {data['id']} is taken: open that record, or choose another id.",
        )
    text = start_text(type_name, path, data, language=session.lang)
    _refuse_faults(path, text)
    if dry_run:
        click.echo(text, nl=False)
        return 0
    with hold_lock(session.root):
        write_file(session.root / path, text.encode())
    click.echo(path)
    _say_alike(session, registry, type_name, data)
    session.remark(
        f"接下来：打开这个文件补充内容，再运行 bps check {path}",
        f"Next: open this file, add to it, then run bps check {path}",
    )
    return 0


def _values(
    type_name: str, answers: Answers, parent: str | None, registry: Registry
) -> dict[str, Any]:
    """Id first, then what is inherited, then what is required or given."""
    from bps.reference.properties import find_parts, record_part

    part, parts = record_part(type_name), dict(find_parts(type_name))
    by_key = {each.key: each for each in part.properties}
    inherited = _inherited(type_name, parent, registry)
    data: dict[str, Any] = {"id": answers.word(by_key["id"], "id")}
    answers.refuse_missing()
    place = str(data["id"]).rpartition("/")[0]
    _refuse_wrong_place(type_name, data["id"], place, by_key["id"].example)
    if place and "jurisdiction" in by_key and "jurisdiction" not in answers.given:
        answers.given["jurisdiction"] = place
        answers.word(by_key["jurisdiction"], "jurisdiction")
    for each in part.properties:
        given = any(key == each.key or key.startswith(f"{each.key}.") for key in answers.given)
        if each.key in {"id", "evidence"} or (each.key in inherited and not given):
            continue
        if each.key == "translation" and not given:
            continue
        if each.required or given:
            value = answers.value(each, parts, each.key)
            if value is not None:
                data[each.key] = value
    return {**inherited, **data}


def _refuse_wrong_place(type_name: str, record_id: str, place: str, example: str) -> None:
    """Refuse an id without a place where the files stand by place, and the reverse."""
    from bps.model import RECORD_TYPES

    if bool(place) in RECORD_TYPES[type_name].folders.values():
        return
    zh, en = (
        ("不能带“地区/”", 'has no "place/"') if place else ("要写成“地区/名称”", 'is "place/name"')
    )
    raise UsageError(
        f"编号“{record_id}”：这一类的编号{zh}，例如 {example}。",
        f'Id "{record_id}": an id of this type {en}, such as {example}.',
    )


def _inherited(type_name: str, parent: str | None, registry: Registry) -> dict[str, Any]:
    if parent is None:
        return {}
    if type_name != "item":
        raise UsageError("--from 只用于事项（item）", "--from works for items only")
    registry.get("item", parent)
    raw = registry.entry("item", parent).raw.data
    taken = {key: raw[key] for key in ("name", "translation", *_INHERITED) if key in raw}
    return {**taken, "counterpart": {"item": parent, "scope": "unknown"}}


def _evidence(
    answers: Answers, proof: dict[str, str | None], data: dict[str, Any], *, parent: str | None
) -> list[dict[str, Any]]:
    """Evidence for every field that says something; what was inherited is marked as inferred."""
    from bps.reference.properties import find_parts

    today = dt.datetime.now(tz=dt.UTC).astimezone().date().isoformat()
    properties = {each.key: each for each in find_parts("item")["Evidence"].properties}
    for key, value in proof.items():
        if value is not None:
            answers.given[f"evidence.{key}"] = value
    source = answers.word(properties["source"], "evidence.source")
    if source is not None and not answers.asks:
        usual = "background" if _is_general(answers.registry, source) else "stated"
        answers.given.setdefault("evidence.how", usual)
    how = answers.word(properties["how"], "evidence.how") if source is not None else None
    silent = {"id", "translation", "former_ids", "notes", "decisions"}
    own = [key for key in data if key not in silent]
    base: dict[str, Any] = {"source": source, "how": how}
    if proof["locator"]:
        base["locator"] = proof["locator"]
    base["checked_on"] = today
    if parent is None:
        return [{"fields": own, **base}]
    taken = [key for key in own if key in {*_INHERITED, "counterpart"}]
    note = {"zh": f"由 {parent} 沿用，待核对", "en": f"Taken over from {parent}, to be checked"}
    inferred = {
        "fields": taken,
        "source": source,
        "how": "inferred",
        "note": note,
        "checked_on": today,
    }
    return [{"fields": [key for key in own if key not in taken], **base}, inferred]


def _is_general(registry: Registry, source: str) -> bool:
    found = registry.find("source", source)
    return found is not None and found.kind == "general-knowledge"


def _refuse_faults(path: str, text: str) -> None:
    """Write nothing that `bps check` would refuse."""
    from bps.validate import errors_in

    errors = errors_in(text, path)
    if errors:
        first = errors[0]
        zh, en = (f" {first.fix.zh}", f" {first.fix.en}") if first.fix else ("", "")
        raise UsageError(
            f"这样的记录过不了检查，没有写入：{first.message.zh}{zh}",
            "Such a record would not pass the check, so nothing was written: "
            f"{first.message.en}{en}",
        )


def _say_alike(session: Session, registry: Registry, type_name: str, data: dict[str, Any]) -> None:
    """Name items of the same place whose names are almost the same."""
    if type_name != "item":
        return
    from rapidfuzz import fuzz

    name = data["name"].get("zh") or data["name"].get("en") or ""
    alike = 80
    for item in registry.iter("item"):
        other = item.name.in_language("zh")
        if item.jurisdiction == data["jurisdiction"] and fuzz.ratio(name, other) >= alike:
            session.remark(
                f"注意：本地已有相近的事项 {item.id}“{other}”",
                f'Note: the place has a similar item, {item.id}, "{other}"',
            )
