"""The table of words: complete in both languages, used, and nothing asked for that it lacks."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Literal, get_args, get_origin

import yaml

import bps.render
from bps.model import RECORD_TYPES, Strict
from bps.render.words import words_in

RENDER = Path(bps.render.__file__).parent
SOURCES = [*RENDER.rglob("kinds/*.py"), *RENDER.rglob("*.html"), RENDER / "values.py"]
ASKED = re.compile(r"""\bt\(\s*f?["']([a-z0-9.{}_\[\]-]+)["']( ~)?""")
HAN = re.compile(r"[一-鿿]")
# Half-width marks between Han characters, which a Chinese page must not have.
HALF_WIDTH = re.compile(r"[一-鿿][,;:?!()][一-鿿]")


def asked_keys() -> tuple[set[str], set[str]]:
    """Keys that templates and modules ask for: whole ones, and beginnings of computed ones."""
    whole: set[str] = set()
    beginnings: set[str] = set()
    for source in SOURCES:
        for key, more in ASKED.findall(source.read_text("utf-8")):
            if more or "{" in key:
                beginnings.add(key.partition("{")[0])
            else:
                whole.add(key)
    return whole, beginnings


def test_every_word_that_is_asked_for_stands_in_the_table() -> None:
    whole, beginnings = asked_keys()
    known = set(words_in("zh"))
    assert sorted(whole - known) == []
    assert [b for b in sorted(beginnings) if b and not any(k.startswith(b) for k in known)] == []


def test_both_languages_have_every_word() -> None:
    assert set(words_in("zh")) == set(words_in("en"))
    empty_allowed = {"comparator.exactly"}
    for lang in ("zh", "en"):
        assert {key for key, word in words_in(lang).items() if not word} <= empty_allowed


def test_no_key_stands_twice_in_the_table() -> None:
    lines = (RENDER / "words.yml").read_text("utf-8").splitlines()
    keys = sorted(line.partition(":")[0] for line in lines if line and not line.startswith("#"))
    assert [one for one, next_one in pairwise(keys) if one == next_one] == []


def test_both_languages_fill_in_the_same_values() -> None:
    for key, word in words_in("zh").items():
        holes = sorted(set(re.findall(r"{(\w+)}", word)))
        assert holes == sorted(set(re.findall(r"{(\w+)}", words_in("en")[key]))), key


def test_chinese_words_use_chinese_marks_and_english_words_hold_no_han() -> None:
    assert [key for key, word in words_in("zh").items() if HALF_WIDTH.search(word)] == []
    allowed = {"frame.other-language"}
    assert {key for key, word in words_in("en").items() if HAN.search(word)} <= allowed


def test_every_choice_of_the_models_that_pages_show_has_words() -> None:
    shown = {
        ("Item", "status"): "status",
        ("Tie", "tie"): "tie",
        ("Tie", "basis"): "tie.basis",
        ("Tie", "confidence"): "confidence",
        ("Counterpart", "scope"): "scope",
        ("Funding", "model"): "funding",
        ("Charge", "kind"): "charge",
        ("TimeLimit", "kind"): "limit",
        ("Declared", "of"): "counted",
        ("DeclaredChange", "kind"): "change",
        ("Standard", "level"): "standard.level",
        ("Access", "kind"): "access",
        ("Jurisdiction", "level"): "place.level",
        ("Unit", "kind"): "unit.kind",
        ("Contact", "kind"): "contact",
        ("Indicator", "kind"): "indicator.kind",
        ("Indicator", "direction"): "direction",
        ("Programme", "kind"): "programme",
        ("Source", "kind"): "source",
        ("Source", "type"): "source.type",
        ("RowEvidence", "how"): "how",
        ("Match", "kind"): "match",
        ("Level", "period"): "period",
        ("Level", "comparator"): "comparator",
        ("Decision", "kind"): "decision",
        ("Decision", "outcome"): "outcome",
        ("Grade", "basis"): "grade",
    }
    models = {
        model.__name__: model for kind in RECORD_TYPES.values() for model in parts(kind.model)
    }
    known = words_in("zh")
    missing = [
        f"{beginning}.{choice}"
        for (model, field), beginning in shown.items()
        for choice in choices(models[model].model_fields[field].annotation)
        if f"{beginning}.{choice}" not in known
    ]
    assert missing == []


def choices(annotation: object) -> list[str]:
    """The words that a field may hold."""
    if get_origin(annotation) is Literal:
        return [choice for choice in get_args(annotation) if isinstance(choice, str)]
    return [choice for part in get_args(annotation) for choice in choices(part)]


def parts(model: type[Strict]) -> set[type[Strict]]:
    """A model with the models of its rows."""
    found = {model}
    waiting = [info.annotation for info in model.model_fields.values()]
    while waiting:
        each = waiting.pop()
        waiting.extend(get_args(each))
        if isinstance(each, type) and issubclass(each, Strict) and each not in found:
            found.add(each)
            waiting.extend(info.annotation for info in each.model_fields.values())
    return found


def test_the_table_is_one_line_per_word() -> None:
    table = yaml.safe_load((RENDER / "words.yml").read_text("utf-8"))
    assert all(isinstance(pair, list) and len(pair) == 2 for pair in table.values())
