"""Journeys, groups and lay words fit the items of the real register."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bps.model.concepts import LifeEvents, Recipients
from bps.model.synonyms import Synonyms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.link import Registry
    from bps.model.concepts import RecipientGroup
    from bps.model.synonyms import Synonym
    from bps.pipeline import Register

NATION = "cn"


def _steps(registry: Registry) -> dict[str, set[str]]:
    return {
        event.id: {item for step in event.steps for item in step.items}
        for tree in registry.iter("life-events")
        if isinstance(tree, LifeEvents)
        for event in tree.concepts
    }


def _groups(registry: Registry) -> Iterator[RecipientGroup]:
    for tree in registry.iter("recipients"):
        if isinstance(tree, Recipients):
            yield from tree.concepts


def _entries(registry: Registry) -> Iterator[Synonym]:
    for table in registry.iter("synonyms"):
        if isinstance(table, Synonyms):
            yield from table.entries


def test_an_item_of_a_step_names_the_journey(real_register: Register) -> None:
    registry = real_register.registry
    silent = [
        (event, item)
        for event, items in _steps(registry).items()
        for item in sorted(items)
        if event not in registry.get("item", item).life_events
    ]
    assert silent == []


def test_a_national_item_of_a_journey_stands_in_one_of_its_steps(real_register: Register) -> None:
    registry = real_register.registry
    steps = _steps(registry)
    lost = [
        (event, item.id)
        for item in registry.iter("item")
        if item.jurisdiction == NATION
        for event in item.life_events
        if item.id not in steps[event]
    ]
    assert lost == []


def test_every_national_item_belongs_to_a_journey_and_to_a_group(real_register: Register) -> None:
    lost = [
        item.id
        for item in real_register.registry.iter("item")
        if item.jurisdiction == NATION and not (item.life_events and item.recipients)
    ]
    assert lost == []


def test_a_group_or_a_narrower_one_has_a_service(real_register: Register) -> None:
    registry = real_register.registry
    groups = {one.id: one for one in _groups(registry)}
    served: set[str] = set()
    for item in registry.iter("item"):
        for name in item.recipients:
            above: str | None = name
            while above is not None and above not in served:
                served.add(above)
                above = groups[above].broader
    assert sorted(set(groups) - served) == []


def test_a_group_says_in_both_languages_who_belongs_to_it(real_register: Register) -> None:
    bare = [
        one.id
        for one in _groups(real_register.registry)
        if one.definition is None or not (one.definition.zh and one.definition.en)
    ]
    assert bare == []


def test_an_official_word_has_one_entry_and_no_lay_word_twice(real_register: Register) -> None:
    entries = list(_entries(real_register.registry))
    officials = Counter(entry.official for entry in entries)
    assert [word for word, times in officials.items() if times > 1] == []
    doubled = [
        (entry.official, word)
        for entry in entries
        for word, times in Counter(entry.lay).items()
        if times > 1 or word == entry.official
    ]
    assert doubled == []


def test_every_national_item_has_lay_words_in_both_languages(real_register: Register) -> None:
    registry = real_register.registry
    named: dict[str, set[bool]] = {}
    for entry in _entries(registry):
        for item in entry.items:
            named.setdefault(item, set()).update(word.isascii() for word in entry.lay)
    lacking = [
        item.id
        for item in registry.iter("item")
        if item.jurisdiction == NATION and named.get(item.id, set()) != {True, False}
    ]
    assert lacking == []
