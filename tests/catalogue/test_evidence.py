"""What the evidence of the real register says about itself is true of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from bps.load import load_records

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# A reader who opens the source has to find the place without the record read before.
POINTS_NOWHERE = re.compile(
    r"^(?:same|see|ditto|ibid|as above|there|同上|同前|见附件|见上)\b", re.IGNORECASE
)
NO_DOCUMENT = "general-knowledge"


def mappings(part: Any, pointer: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(part, dict):
        yield pointer, part
        for name, value in part.items():
            yield from mappings(value, f"{pointer}/{name}")
    elif isinstance(part, list):
        for place, value in enumerate(part):
            yield from mappings(value, f"{pointer}/{place}")


@pytest.fixture(scope="module")
def records(repository: Path) -> list[tuple[str, dict[str, Any]]]:
    return [(one.path, one.data) for one in load_records(repository).records]


@pytest.fixture(scope="module")
def rows(records: list[tuple[str, dict[str, Any]]]) -> list[tuple[str, dict[str, Any]]]:
    """Every piece of evidence with the place where it stands."""
    return [
        (f"{path} {pointer}", mapping)
        for path, data in records
        for pointer, mapping in mappings(data)
        if "how" in mapping and "source" in mapping
    ]


def test_a_locator_names_a_place(rows: list[tuple[str, dict[str, Any]]]) -> None:
    vague = [place for place, row in rows if POINTS_NOWHERE.search(row.get("locator", ""))]
    assert vague == []


def test_nothing_is_stated_translated_or_derived_where_no_document_was_seen(
    rows: list[tuple[str, dict[str, Any]]],
) -> None:
    wrong = [
        place
        for place, row in rows
        if row["source"] == NO_DOCUMENT and row["how"] in {"stated", "translated", "derived"}
    ]
    assert wrong == []


def test_a_document_that_was_seen_is_no_general_knowledge(
    rows: list[tuple[str, dict[str, Any]]],
) -> None:
    wrong = [
        place for place, row in rows if row["how"] == "background" and row["source"] != NO_DOCUMENT
    ]
    assert wrong == []


def test_a_name_translated_by_us_is_not_called_official(
    records: list[tuple[str, dict[str, Any]]],
) -> None:
    wrong = [
        path
        for path, data in records
        if data.get("translation") == "official"
        and any(
            "name" in row.get("fields", []) and row["how"] == "translated"
            for row in data.get("evidence", [])
        )
    ]
    assert wrong == []


def test_a_figure_of_one_year_is_not_taken_from_an_older_text(
    records: list[tuple[str, dict[str, Any]]],
) -> None:
    """A text cannot report a result that came after it; plans and targets may lie ahead."""
    issued = {
        data["id"]: data["issued"][:4]
        for path, data in records
        if "/sources/" in path and "issued" in data
    }
    early = []
    for path, data in records:
        for pointer, row in mappings(data):
            proof, year = row.get("evidence"), str(row.get("period", row.get("as_of", "")))[:4]
            if not isinstance(proof, dict) or not year.isdigit():
                continue
            told = [proof["source"], *proof.get("also", [])]
            dates = [issued[one] for one in told if one in issued]
            if len(dates) == len(told) and max(dates) < year:
                early.append(f"{path} {pointer}")
    assert early == []
