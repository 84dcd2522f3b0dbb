"""Propose a record without git: one page a language, and a data file for each type of record."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bps.model import RECORD_TYPES, keys_in_order
from bps.render.kinds.propose_labels import with_labels
from bps.render.kinds.propose_words import FAULTS, WORDS
from bps.render.page import Page
from bps.schema import build_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.link import Registry
    from bps.render.book import Book

# What people propose; schemes, results and vocabularies are kept by the drafters themselves.
OFFERED = (
    "item",
    "standard",
    "list",
    "unit",
    "service-point",
    "indicator",
    "programme",
    "source",
    "jurisdiction",
)
# What a proposal leaves out: a new record has no older ids, and decisions are the reviewers'.
LEFT_OUT = ("former_ids", "decisions")
# Records that a field may name, and what stands inside records; both are offered while typing.
_KNOWN = ("jurisdiction", "unit", "item", "list", "indicator", "standard", "source", "survey")
_KNOWN_INSIDE = ("concept", "recipient", "life-event", "measure-unit", "per")
FOLDER = "data/propose"


def pages(book: Book) -> Iterator[Page]:
    """Yield the page and, once for both languages, its data."""
    title = book.say("提议一条记录", "Propose a record")
    yield book.page(
        "pages/propose.html",
        path="propose/",
        title=title,
        kind="propose",
        section="drafters",
        in_nav=True,
        scripts=["propose.js"],
        styles=["propose.css"],
        description=book.say(
            "不用 git，填一张表就能提议一条记录。",
            "Propose a record by filling in a form, without git.",
        ),
        context={
            "failed": book.say(*WORDS["failed"]),
            "proposal": book.settings.proposal_address,
        },
    )
    if book.lang == "zh":
        yield from _data(book.registry, title)


def _data(registry: Registry, title: str) -> Iterator[Page]:
    yield Page(f"{FOLDER}/index.json", _json(_index()), None, in_nav=False, title=title)
    known = {name: _known(registry, name) for name in (*_KNOWN, *_KNOWN_INSIDE)}
    yield Page(f"{FOLDER}/known.json", _json(known), None, in_nav=False, title=title)
    for name in OFFERED:
        schema = with_labels(build_schema(name))
        yield Page(f"{FOLDER}/{name}.json", _json(schema), None, in_nav=False, title=title)


def _index() -> dict[str, Any]:
    types = {}
    for name in OFFERED:
        kind = RECORD_TYPES[name]
        types[name] = {
            "title": {"zh": kind.title.zh, "en": kind.title.en},
            "folders": [[folder, nested] for folder, nested in kind.folders.items()],
            "byLevel": len(kind.folders) > 1,
            "order": list(keys_in_order(kind.model)),
        }
    return {
        "types": types,
        "leftOut": list(LEFT_OUT),
        "words": {language: _words(at) for at, language in enumerate(("zh", "en"))},
    }


def _known(registry: Registry, name: str) -> list[list[str]]:
    """Id and names, Chinese and English, of everything that a field of this kind may name."""
    if name in RECORD_TYPES:
        found = [(record.id, record.name) for record in registry.iter(name)]
    else:
        found = [(each.id, each.value.name) for each in registry.iter_addresses(name)]
    return [[known, text.in_language("zh"), text.in_language("en")] for known, text in found]


def _words(at: int) -> dict[str, Any]:
    words: dict[str, Any] = {key: pair[at] for key, pair in WORDS.items()}
    return words | {"faults": {key: pair[at] for key, pair in FAULTS.items()}}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
