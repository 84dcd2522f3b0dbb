"""`bps.toml`: faults with their line, the schema and the page say the same as the reader."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from bps.config import read_config
from bps.config.keys import SETTINGS
from bps.config.lines import Lines
from bps.errors import ConfigurationError
from bps.reference.settings import example_text, settings_page, settings_schema_text

COMMENTED = '''# settings
[site]   # about us
contact = """
[check]
"""
operator.zh = "甲"

[[links]]
url = "https://a.example/"
reason = "x"
until = 2027-01-01

[[links]]
url = "b.example"
reason = "x"
until = "2027-01-01"
'''


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[register]\nid = "cn"\n\n[site]\nadress = "https://a.example/"\n', 5),
        ('[register]\nid = "CN"\n', 2),
        ("[[base]]\npath = '../cn'\n\n[[base]]\npath = 'a'\npackage = 'b'\n", 4),
        ("[[base]]\npath = '../cn'\n\n[[base]]\n", 4),
        ("[[base]]\npath = '../cn'\npages = 'all'\n", 3),
        ("[export]\n\nbases = 'yes'\n", 3),
        ("site.colour = 'red'\n", 1),
        ("\n\n[site]\noperator = {zh = '甲', fr = 'A'}\n", 4),
        ("[site]\nname = 1\n", 2),
        ("[site]\naddress = 'https://a.example/\n", 2),
        (COMMENTED, 14),
    ],
)
def test_a_fault_names_its_line(tmp_path: Path, text: str, line: int) -> None:
    (tmp_path / "bps.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError) as caught:
        read_config(tmp_path)
    assert str(caught.value).startswith(f"bps.toml:{line}: ")
    assert caught.value.words.zh.startswith(f"bps.toml:{line}：")


def test_a_slip_of_the_pen_is_answered_with_the_nearest_key(tmp_path: Path) -> None:
    (tmp_path / "bps.toml").write_text("[site]\nadress = 'https://a.example/'\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="did you mean address"):
        read_config(tmp_path)


def test_headers_inside_texts_over_several_lines_are_no_headers() -> None:
    lines = Lines(COMMENTED)
    assert lines.of("check") == 1
    assert lines.of("site", "operator") == 6
    assert lines.of("links", "until", row=1) == 16


def test_what_the_reader_accepts_the_schema_accepts() -> None:
    schema = json.loads(settings_schema_text())
    Draft202012Validator.check_schema(schema)
    for part in SETTINGS:
        table = tomllib.loads(example_text(part))
        assert not list(Draft202012Validator(schema).iter_errors(table)), part.name


@pytest.mark.parametrize(
    "table",
    [
        {"sites": {}},
        {"site": {"adress": "https://a.example/"}},
        {"register": {"id": "CN"}},
        {"base": [{"path": "a", "package": "b"}]},
        {"base": [{}]},
        {"base": {"path": "a"}},
        {"check": {"fail_on": "all"}},
        {"suppress": [{"code": "translation-missing"}]},
        {"severity": {"no-such": "off"}},
        {"export": {"bases": "yes"}},
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(table: dict[str, object]) -> None:
    assert list(Draft202012Validator(json.loads(settings_schema_text())).iter_errors(table))


@pytest.mark.parametrize("part", SETTINGS, ids=lambda part: part.name)
def test_every_example_of_the_reference_is_read(tmp_path: Path, part: object) -> None:
    (tmp_path / "bps.toml").write_text(example_text(part), encoding="utf-8")  # type: ignore[arg-type]
    read_config(tmp_path)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_names_every_key(language: str) -> None:
    page = settings_page(language)
    for part in SETTINGS:
        assert part.header in page
        for key in part.keys:
            assert f"`{key.name}`" in page
