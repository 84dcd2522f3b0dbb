"""Watching links: what a server on this machine answers, what is excused, what is reported."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bps.config import LinkException
from bps.pipeline import Register
from scripts import check_links
from scripts.links.asking import Reply, ask
from scripts.links.hosts import Manners, ask_host
from scripts.links.judging import judge, stale_exceptions
from tests.support.host import Host, serve_host

QUICK = Manners(seconds=0.4, pause=0.0, tries=2)
TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def host() -> Iterator[Host]:
    with serve_host() as made:
        yield made


@pytest.mark.parametrize(
    ("path", "answer", "detail"),
    [
        ("page", "ok", "200"),
        ("for-now", "ok", "200"),
        ("for-good", "moved", "200"),
        ("for-good-twice", "moved", "200"),
        ("no-head", "ok", "200"),
        ("hangs-up-on-head", "ok", "200"),
        ("gone", "gone", "404"),
        ("taken-down", "gone", "410"),
        ("to-nothing", "gone", "404"),
        ("members", "refused", "403"),
        ("quota", "refused", "429"),
        ("broken", "unreachable", "500"),
        ("round-and-round", "unreachable", "302 leads nowhere"),
        ("away", "unreachable", "302 leads nowhere"),
        ("slow", "unreachable", "timeout"),
    ],
)
def test_every_answer_of_a_server_is_named(host: Host, path: str, answer: str, detail: str) -> None:
    reply = ask(host.address + path, seconds=0.4)
    assert (reply.answer, reply.detail) == (answer, detail)


def test_a_moved_page_is_named_with_its_new_address(host: Host) -> None:
    assert ask(f"{host.address}for-good-twice", seconds=1).target == f"{host.address}page"


def test_a_server_that_does_not_speak_tls_is_insecure(host: Host) -> None:
    reply = ask(host.address.replace("http:", "https:") + "page", seconds=1)
    assert reply.answer == "insecure"


def test_a_port_where_nobody_listens_is_unreachable() -> None:
    reply = ask("http://127.0.0.1:9/", seconds=1)
    assert (reply.answer, reply.detail) == ("unreachable", "ConnectionRefusedError")


def test_a_page_is_asked_for_without_its_body(host: Host) -> None:
    ask(f"{host.address}page", seconds=1)
    assert [method for method, _, _ in host.asked] == ["HEAD"]


def test_a_busy_server_is_asked_again_before_it_counts_as_silent(host: Host) -> None:
    ((_, reply),) = ask_host([f"{host.address}busy-at-first"], QUICK)
    assert reply is not None
    assert reply.answer == "ok"


def test_what_robots_keep_away_from_is_not_asked(host: Host) -> None:
    host.robots = "User-agent: *\nDisallow: /private\n"
    urls = [f"{host.address}page", f"{host.address}private/page"]
    found = dict(ask_host(urls, QUICK))
    assert found[urls[1]] is None
    assert host.paths() == ["/page"]


def test_a_host_whose_robots_are_in_trouble_is_left_alone(host: Host) -> None:
    host.robots = 503
    assert dict(ask_host([f"{host.address}page"], QUICK)) == {f"{host.address}page": None}
    assert host.paths() == []


def test_a_host_gets_the_pause_it_asks_for(host: Host) -> None:
    host.robots = "User-agent: *\nCrawl-delay: 1\n"
    list(ask_host([f"{host.address}a", f"{host.address}b"], QUICK))
    first, second = (at for _, path, at in host.asked if path != "/robots.txt")
    assert second - first >= 1.0


def test_one_host_is_asked_one_address_at_a_time(host: Host) -> None:
    check_links.ask_all([f"{host.address}{n}" for n in range(12)], QUICK)
    assert len(host.paths()) == 12
    assert host.most_at_once == 1


def test_a_silent_host_is_given_up_after_three_addresses(host: Host) -> None:
    silent = [f"{host.address}slow"] * 3 + [f"{host.address}page"]
    replies = [reply for _, reply in ask_host(silent, Manners(0.2, 0.0, 1))]
    assert [reply.detail for reply in replies if reply][:3] == ["timeout"] * 3
    assert replies[3] is not None
    assert "not asked" in replies[3].detail
    assert "/page" not in host.paths()


# The report -------------------------------------------------------------------------------------


def outcome(reply: Reply | None, before: dict[str, Any] | None = None, **options: Any) -> Any:
    return judge(
        "https://a.example/x",
        ["source a"],
        reply,
        excuse=options.get("excuse"),
        before=before,
        today=TODAY,
        patience=3,
    )


def test_a_page_that_is_gone_is_a_fault_at_once_and_silence_after_three_runs() -> None:
    assert outcome(Reply("gone", "404")).fault
    silent = Reply("unreachable", "timeout")
    first = outcome(silent)
    second = outcome(silent, {"state": first.state, "since": first.since, "runs": first.runs})
    third = outcome(silent, {"state": "unreachable", "since": "2026-11-01", "runs": second.runs})
    assert [one.fault for one in (first, second, third)] == [False, False, True]
    assert (third.since, third.runs) == ("2026-11-01", 3)


def test_an_answer_in_between_begins_the_count_anew() -> None:
    again = outcome(
        Reply("unreachable", "timeout"), {"state": "ok", "since": "2026-01-01", "runs": 9}
    )
    assert (again.since, again.runs, again.fault) == ("2026-11-22", 1, False)


@pytest.mark.parametrize(("answer", "fault"), [("ok", False), ("moved", False), ("refused", False)])
def test_what_a_person_can_still_see_is_no_fault(answer: Any, fault: bool) -> None:  # noqa: FBT001
    assert outcome(Reply(answer, "")).fault is fault


EXCUSE = LinkException("https://a.example/", "shows its pages to browsers only", "2027-01-31")


def test_an_excused_address_is_no_fault_and_says_why() -> None:
    found = outcome(Reply("gone", "404"), excuse=EXCUSE)
    assert (found.state, found.detail, found.fault) == ("excused", EXCUSE.reason, False)


@pytest.mark.parametrize(
    ("url", "reply", "today", "why"),
    [
        ("https://a.example/x", Reply("gone", "404"), TODAY, None),
        ("https://a.example/x", Reply("gone", "404"), dt.date(2027, 2, 1), "ended on 2027-01-31"),
        ("https://a.example/x", Reply("ok", "200"), TODAY, "answers again"),
        ("https://b.example/x", Reply("gone", "404"), TODAY, "covers no address"),
    ],
)
def test_an_exception_does_not_outlive_its_reason(
    url: str, reply: Reply, today: dt.date, why: str | None
) -> None:
    found = stale_exceptions([EXCUSE], {url: reply}, today)
    assert [text for _, text in found] == ([why] if why else [])


# The whole run ----------------------------------------------------------------------------------


@pytest.fixture
def root(host: Host, tmp_path: Path) -> Path:
    """A register whose sources point to the server of the test."""
    folder = tmp_path / "register"
    sources = folder / "catalogue" / "sources"
    sources.mkdir(parents=True)
    for name, kind in (
        ("page", "official"),
        ("gone", "official"),
        ("slow", "official"),
        ("hidden", "mirror"),
    ):
        (sources / f"{name}.yml").write_text(
            f"id: {name}\nname: {{zh: 测试, en: Test}}\nkind: {kind}\nurl: {host.address}{name}\n",
            encoding="utf-8",
        )
    return folder


def run(root: Path, *more: str) -> int:
    return check_links.main(
        ["--root", str(root), "--pause", "0", "--wait", "0.3", "--tries", "1", *more]
    )


def test_a_run_says_what_to_act_on(
    root: Path, host: Host, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root) == 1
    said = capsys.readouterr().out
    assert f"FAULT gone        404       {host.address}gone" in said
    assert "<- source gone" in said
    assert "3 addresses: 1 gone, 1 ok, 1 unreachable; 1 to act on" in said
    assert "/hidden" not in host.paths()


def test_scheduled_runs_remember_through_the_report(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "links.json"
    codes = [
        run(root, "--only", "slow", "--report", str(report), "--on", day, "--format", "json")
        for day in ("2026-11-01", "2026-11-08", "2026-11-15")
    ]
    assert codes == [0, 0, 1]
    written = report.read_text(encoding="utf-8")
    (row,) = json.loads(written)["addresses"]
    assert (row["state"], row["since"], row["runs"]) == ("unreachable", "2026-11-01", 3)
    assert capsys.readouterr().out.endswith(written)


def test_exceptions_stand_in_the_configuration(
    root: Path, host: Host, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "bps.toml").write_text(
        f'[[links]]\nurl = "{host.address}gone"\nreason = "asked for"\nuntil = "2027-01-31"\n'
    )
    assert run(root, "--on", "2026-11-22") == 0
    assert run(root, "--on", "2027-02-01") == 1
    assert "ended on 2027-01-31" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["", "[]", '{"addresses": 1}', "\x00"])
def test_a_report_that_is_none_is_wrong_use(
    root: Path, tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "links.json"
    report.write_text(text, encoding="utf-8")
    assert run(root, "--report", str(report)) == 2
    assert "is not a report" in capsys.readouterr().err


@pytest.mark.parametrize("option", [["--wait", "0"], ["--tries", "0"], ["--on", "tomorrow"]])
def test_wrong_options_end_with_2(root: Path, option: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        run(root, *option)
    assert stop.value.code == 2


def test_the_real_register_has_addresses_to_ask_and_asks_no_mirror(
    real_register: Register,
) -> None:
    registry = real_register.registry
    found = check_links.addresses(registry)
    mirrors = {one.url for one in registry.iter("source") if one.kind == "mirror"}
    assert len(found) > 100
    assert not mirrors & found.keys()
