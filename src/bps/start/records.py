"""The first records of a register: enough to check clean and to build, nothing invented."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bps.model import RECORD_TYPES
from bps.reference.start import start_text
from bps.start.wishes import two
from bps.write import record_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bps.start.wishes import Wishes

Record = tuple[str, dict[str, Any]]
_EVERYONE: Final = "everyone"
_NO_EVIDENCE: Final = frozenset({"id", "translation", "notes", "jurisdiction"})
_REPLACE: Final = {
    "zh": "这是示例：换成真实内容，或删去这个文件。",
    "en": "This is an example: put in what is real, or delete this file.",
}
_UNITS: Final = (("CNY", "元", "yuan"), ("days", "天", "days"), ("percent", "%", "%"))


def first_records(wishes: Wishes) -> dict[str, str]:
    """Path and text of each record.

    Args:
        wishes: What was decided.

    Returns:
        Texts by path relative to the root, each a record that its schema accepts.
    """
    texts = {}
    for kind, data in _records(wishes):
        path = RECORD_TYPES[kind].path_of(data["id"])
        if kind == "item":
            texts[path] = start_text(kind, path, data, language=wishes.language)
        else:
            texts[path] = record_text(kind, path, data)
    return texts


def _records(wishes: Wishes) -> Iterator[Record]:
    yield "source", _entries_source(wishes)
    yield from _places(wishes)
    if not wishes.scheme:
        yield from _vocabulary(wishes)
    yield "list", _list(wishes)
    if wishes.example:
        yield "unit", _unit(wishes)
        yield "item", _item(wishes)


def _source_id(wishes: Wishes) -> str:
    return f"{wishes.place.id}-entries"


def _proven(wishes: Wishes, data: dict[str, Any]) -> dict[str, Any]:
    """A record with its evidence: what the one who starts the register entered."""
    signed = {"translation": "editorial"} if _in_two(data) else {}
    proof = {
        "fields": [key for key in data if key not in _NO_EVIDENCE],
        "source": _source_id(wishes),
        "how": "stated",
        "checked_on": wishes.today,
    }
    return {**data, **signed, "evidence": [proof]}


def _in_two(value: Any) -> bool:
    """Whether something in it is said in both languages, so that somebody translated it."""
    if isinstance(value, dict):
        return {"zh", "en"} <= value.keys() or any(_in_two(each) for each in value.values())
    return isinstance(value, list) and any(_in_two(each) for each in value)


def _entries_source(wishes: Wishes) -> dict[str, Any]:
    return {
        "id": _source_id(wishes),
        "name": {"zh": "建库时填写的内容", "en": "What was entered when the register was started"},
        "translation": "editorial",
        "kind": "project-source",
    }


def _places(wishes: Wishes) -> Iterable[Record]:
    new = {place.id: place for place in wishes.new_places}
    chain = (wishes.place.id, *wishes.parents)
    for place_id, parent in zip(chain, (*wishes.parents, ""), strict=True):
        if place_id in new:
            place = new[place_id]
            data = {"id": place.id, "name": place.name, "level": place.level}
            yield "jurisdiction", _proven(wishes, data | ({"parent": parent} if parent else {}))


def _scheme_id(wishes: Wishes) -> str:
    return wishes.scheme or f"{wishes.place.id}-areas"


def _vocabulary(wishes: Wishes) -> Iterator[Record]:
    """Areas, recipients and units of measure, where no base brings them."""
    areas: list[dict[str, Any]] = [
        {"id": f"area-{number}", "name": {"en" if area.isascii() else "zh": area}}
        for number, area in enumerate(wishes.areas, start=1)
    ] or [{"id": "area-1", "name": {"zh": "示例领域", "en": "Example area"}}]
    scheme = {
        "id": _scheme_id(wishes),
        "name": {"zh": "领域分类", "en": "Scheme of areas"},
        "jurisdiction": wishes.place.id,
        "concepts": areas,
    }
    yield "domain-scheme", _proven(wishes, scheme)
    groups = [{"id": _EVERYONE, "name": {"zh": "所有人", "en": "Everyone"}}]
    name = {"zh": "服务对象", "en": "Recipients"}
    yield "recipients", _proven(wishes, {"id": "recipients", "name": name, "concepts": groups})
    units = [{"id": each, "name": {"zh": zh, "en": en}} for each, zh, en in _UNITS]
    quantities = {
        "id": "quantities",
        "name": {"zh": "计量单位", "en": "Units of measure"},
        "units": units,
        "per": [{"id": "person", "name": {"zh": "人", "en": "person"}}],
    }
    yield "quantities", _proven(wishes, quantities)


def _list(wishes: Wishes) -> dict[str, Any]:
    place = wishes.place
    zh = f"{place.zh}基本公共服务清单（{wishes.year}）" if place.zh else ""
    en = f"List of basic public services of {place.en} ({wishes.year})" if place.en else ""
    return _proven(
        wishes,
        {
            "id": wishes.list_id,
            "name": two(zh, en),
            "status": "planned",
            "jurisdiction": place.id,
            "edition": wishes.year,
            "scheme": _scheme_id(wishes),
        },
    )


def _unit(wishes: Wishes) -> dict[str, Any]:
    return _proven(
        wishes,
        {
            "id": f"{wishes.place.id}/example",
            "name": {"zh": "示例单位（请替换）", "en": "Example unit (replace me)"},
            "kind": "other",
            "jurisdiction": wishes.place.id,
            "notes": _REPLACE,
        },
    )


def _item(wishes: Wishes) -> dict[str, Any]:
    own = {} if wishes.scheme else {"domain": f"{_scheme_id(wishes)}/area-1"}
    groups = {} if wishes.scheme else {"recipients": [_EVERYONE]}
    return _proven(
        wishes,
        {
            "id": f"{wishes.place.id}/example",
            "name": {"zh": "示例事项（请替换）", "en": "Example item (replace me)"},
            "status": "planned",
            "jurisdiction": wishes.place.id,
            **own,
            "listed_in": [{"list": wishes.list_id}],
            **groups,
            "content": {
                "zh": "用一两句话写明居民能得到什么。",
                "en": "Say in a sentence or two what a resident gets.",
            },
            "lead_units": [f"{wishes.place.id}/example"],
            "notes": _REPLACE,
        },
    )
