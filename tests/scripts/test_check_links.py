"""Watching links, without the network: what is asked, what is excused, what is reported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts import check_links


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Addresses that were asked for; all but those with "gone" in them answer."""
    found: list[str] = []

    def ask(url: str, *, seconds: float) -> tuple[bool, str]:
        del seconds
        found.append(url)
        return "gone" not in url, "404" if "gone" in url else "200"

    monkeypatch.setattr(check_links, "ask", ask)
    return found


def test_mirrors_are_not_asked_and_every_other_address_is_asked_once(
    asked: list[str], mini_root: Path, tmp_path: Path
) -> None:
    report = tmp_path / "links.json"
    code = check_links.main(["--root", str(mini_root), "--pause", "0", "--json", str(report)])
    assert code == 0
    assert asked
    assert len(asked) == len(set(asked))
    texts = [
        path.read_text(encoding="utf-8") for path in (mini_root / "catalogue/sources").iterdir()
    ]
    mirrored = {
        line.split(": ", 1)[1].strip()
        for text in texts
        if "kind: mirror" in text
        for line in text.splitlines()
        if line.startswith("url:")
    }
    assert mirrored
    assert not mirrored & set(asked)
    assert {row["state"] for row in json.loads(report.read_text(encoding="utf-8"))} == {"ok"}


def test_a_dead_address_is_named_with_the_records_that_hold_it(asked: list[str]) -> None:
    del asked
    found = check_links.check_host(
        {"https://example.org/gone": ["source a", "source b"]}, seconds=1, pause=0
    )
    assert [(one.state, one.records) for one in found] == [("dead", ("source a", "source b"))]


def test_an_excused_host_is_not_held_against_us_until_it_answers_again(
    asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    del asked
    monkeypatch.setitem(check_links.EXCEPTIONS, "example.org", "refuses programs")
    urls = {"https://example.org/gone": ["source a"], "https://example.org/here": ["source b"]}
    states = [one.state for one in check_links.check_host(urls, seconds=1, pause=0)]
    assert states == ["excused", "answers-again"]


def test_every_exception_has_its_reason() -> None:
    assert all(reason.strip() for reason in check_links.EXCEPTIONS.values())
