"""The reference pages name everything there is, and their links lead somewhere."""

from __future__ import annotations

import re

import pytest

from bps.findings import CODES
from bps.model import RECORD_TYPES
from bps.reference.codes import codes_page
from bps.reference.fields import fields_page
from bps.reference.properties import record_part

LANGUAGES = ("zh", "en")
ANCHOR = re.compile(r"\{ #([a-z0-9-]+) \}")
LINK = re.compile(r"\]\(#([a-z0-9-]+)\)")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [codes_page, fields_page])
def test_every_link_inside_a_page_has_one_anchor(page: object, language: str) -> None:
    assert callable(page)
    text = page(language)
    anchors = ANCHOR.findall(text)
    assert len(anchors) == len(set(anchors))
    assert set(LINK.findall(text)) <= set(anchors)


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_of_codes_explains_every_code(language: str) -> None:
    text = codes_page(language)
    for code in CODES.values():
        assert f"{{ #{code.name} }}" in text
        assert code.explanation.in_language(language) in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(RECORD_TYPES))
def test_page_of_fields_explains_every_field(name: str, language: str) -> None:
    text = fields_page(language)
    section = text.split(f"{{ #{name} }}", 1)[1].split("\n## ", 1)[0]
    for each in record_part(name).properties:
        assert f"| `{each.key}`" in section
        assert each.title.in_language(language) in section


def test_both_languages_have_the_same_sections() -> None:
    assert ANCHOR.findall(codes_page("zh")) == ANCHOR.findall(codes_page("en"))
    assert ANCHOR.findall(fields_page("zh")) == ANCHOR.findall(fields_page("en"))
