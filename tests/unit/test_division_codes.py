from __future__ import annotations

from pathlib import Path

import pytest

from bps.link import Registry
from bps.rules.division_codes import DIVISION_CODES
from bps.rules.rule import Context
from tests.support.register import place, small_registry


def findings(registry: Registry) -> list[tuple[str, str]]:
    context = Context(registry, tuple(registry.iter_entries()), None)
    assert DIVISION_CODES.check_registry is not None
    return [
        (one.code, one.path.rsplit("/", 1)[-1]) for one in DIVISION_CODES.check_registry(context)
    ]


def register(folder: Path, **codes: str) -> Registry:
    """Hubei, Wuhan and Jiang'an with codes; those not named have none."""
    rows = [
        place("hubei", "province", "land"),
        place("wuhan", "prefecture", "hubei"),
        place("jiangan", "county", "wuhan"),
        place("xiantao", "county", "hubei"),
        place("zone", "functional-area", "wuhan"),
    ]
    return small_registry(
        folder,
        jurisdiction=[
            row | ({"division_code": codes[row["id"]]} if row["id"] in codes else {})
            for row in rows
        ],
    )


def test_codes_of_a_province_its_city_its_district_and_a_county_without_city_fit(
    tmp_path: Path,
) -> None:
    right = {"hubei": "420000", "wuhan": "420100", "jiangan": "420102", "xiantao": "429004"}
    assert findings(register(tmp_path, **right)) == []


@pytest.mark.parametrize(
    ("ref", "code"),
    [
        ("hubei", "420100"),
        ("hubei", "420001"),
        ("hubei", "990000"),
        ("wuhan", "420000"),
        ("wuhan", "420102"),
        ("wuhan", "430100"),
        ("jiangan", "420100"),
        ("jiangan", "420202"),
        ("xiantao", "439004"),
    ],
)
def test_a_code_of_another_level_or_parent_is_found(tmp_path: Path, ref: str, code: str) -> None:
    right = {"hubei": "420000", "wuhan": "420100", "jiangan": "420102", "xiantao": "429004"}
    found = findings(register(tmp_path, **(right | {ref: code})))
    assert ("division-code-mismatch", f"{ref}.yml") in found


def test_a_functional_area_may_have_any_code_inside_its_city(tmp_path: Path) -> None:
    assert findings(register(tmp_path, wuhan="420100", zone="420171")) == []
    assert findings(register(tmp_path / "b", wuhan="420100", zone="430171")) == [
        ("division-code-mismatch", "zone.yml")
    ]


def test_one_code_for_two_places_is_found_at_the_second(tmp_path: Path) -> None:
    found = findings(register(tmp_path, jiangan="420102", xiantao="420102"))
    assert found == [("division-code-twice", "xiantao.yml")]
