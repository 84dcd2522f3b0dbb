"""Matters handled elsewhere: who handles them, and numbers that are for danger only."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from bps.analysis.eight_facts import eight_facts
from bps.analysis.elsewhere import emergency_numbers, matters, telephones
from bps.render import Layout, SiteSettings
from bps.render.book import Book, Index
from bps.render.kinds.copy_text import copy_text
from bps.render.kinds.glance import glance
from tests.support.register import ROW, evidence, item, small_registry

if TYPE_CHECKING:
    from bps.link import Registry
    from bps.pipeline import Register


def matter(ref: str, number: str, **fields: Any) -> dict[str, Any]:
    own = {"id": ref, "name": {"zh": ref}, "body": {"zh": "局"}, "hotline": number}
    return own | fields | {"evidence": ROW}


def register(folder: Path, *numbers: str) -> Registry:
    """An item with these numbers, beside a fire brigade (990) and a town line (880)."""
    return small_registry(
        folder,
        elsewhere=[
            {
                "id": "elsewhere",
                "name": {"zh": "别处办的事"},
                "matters": [matter("fire", "990", emergency=True), matter("permit", "880")],
                "evidence": evidence("matters"),
            }
        ],
        item=[
            item("land/relief", channels=[{"kind": "hotline", "number": one} for one in numbers])
        ],
    )


def test_an_emergency_number_is_never_the_telephone_of_a_service(tmp_path: Path) -> None:
    registry = register(tmp_path, "990")
    relief = registry.get("item", "land/relief")
    book = Book(Index(registry), Layout(SiteSettings(), "zh"))
    assert emergency_numbers(registry) == {"990"}
    assert telephones(registry, relief) == ()
    assert glance(book, relief).call == ""
    assert "990" not in copy_text(book, relief, ())
    assert not eight_facts(relief, registry)["telephone"]


def test_another_number_is_given_though_an_emergency_number_stands_before_it(
    tmp_path: Path,
) -> None:
    registry = register(tmp_path, "990", "880")
    relief = registry.get("item", "land/relief")
    book = Book(Index(registry), Layout(SiteSettings(), "zh"))
    assert glance(book, relief).call == "880"
    assert eight_facts(relief, registry)["telephone"]


def test_a_register_without_the_file_knows_no_emergency_numbers(tmp_path: Path) -> None:
    registry = small_registry(tmp_path)
    assert matters(registry) == ()
    assert emergency_numbers(registry) == frozenset()


def test_the_matters_of_the_register_are_told_apart_and_bilingual(real_register: Register) -> None:
    found = matters(real_register.registry)
    assert len({one.id for one in found}) == len(found) >= 30
    assert emergency_numbers(real_register.registry) == {"110", "119", "120", "122"}
    for one in found:
        words = [alias.isascii() for alias in one.aliases]
        assert one.name.zh, one.id
        assert one.name.en, one.id
        assert one.body.zh, one.id
        assert one.body.en, one.id
        assert {True, False} <= set(words), one.id


def test_no_word_leads_to_two_matters(real_register: Register) -> None:
    seen: dict[str, str] = {}
    for one in matters(real_register.registry):
        for word in {*one.aliases, one.name.zh, one.name.en}:
            assert seen.setdefault(str(word), one.id) == one.id, word
