"""Templates: fixed words are set in when a template is compiled, and everything stays escaped."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from bps.render.cells import cell, head
from bps.render.environment import FIXED, Templates


class Asked:
    """Notes what it was asked."""

    def __init__(self) -> None:
        self.words: list[tuple[str, ...]] = []

    def __call__(self, *words: str) -> str:
        self.words.append(words)
        return f"<{' '.join(words)}>"


def templates() -> tuple[Templates, Asked]:
    asked = Asked()
    return Templates(dict.fromkeys(FIXED, asked)), asked


def test_a_fixed_word_is_asked_for_once_and_escaped() -> None:
    environment, asked = templates()
    template = environment.from_string('{{ t("menu") }} <a href="{{ url() }}">')
    assert template.render() == template.render() == '&lt;menu&gt; <a href="&lt;&gt;">'
    assert asked.words == [("menu",), ()]


def test_a_word_that_differs_from_page_to_page_is_asked_for_on_each() -> None:
    environment, asked = templates()
    template = environment.from_string('{{ t("status." ~ status) }}')
    assert template.render(status="in-force") == "&lt;status.in-force&gt;"
    assert template.render(status="planned") == "&lt;status.planned&gt;"
    assert asked.words == [("status.in-force",), ("status.planned",)]


def test_macros_are_called_with_their_arguments_and_escape_them() -> None:
    environment, _ = templates()
    source = (
        "{% macro twice(word, mark='!') %}{{ word }}{{ word }}{{ mark }}{% endmacro %}"
        "{% for word in words %}{{ twice(word, mark='?') }}{{ twice(word) }}{% endfor %}"
    )
    assert environment.from_string(source).render(words=["<", "b"]) == "&lt;&lt;?&lt;&lt;!bb?bb!"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("<b>", "&lt;b&gt;"),
        (Markup(" <b>x</b> "), "<b>x</b>"),
        (12, "12"),
        ({"text": "<"}, "&lt;"),
        ({"text": "x", "href": '~/"'}, '<a href="~/&#34;">x</a>'),
        ({"text": "x", "tone": "good"}, '<span class="badge badge-good">x</span>'),
        ({"text": "x", "sub": "<"}, "x<small>&lt;</small>"),
    ],
)
def test_cells_of_every_shape_are_escaped(value: object, shown: str) -> None:
    assert cell(value) == shown


def test_a_column_opens_its_cells_with_its_name_and_kind() -> None:
    assert head("<")[2] == '<td data-label="&lt;">'
    assert head({"name": "n", "num": True}) == (
        "n",
        ' class="num"',
        '<td class="num" data-label="n">',
    )
