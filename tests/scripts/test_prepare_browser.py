"""The browser for the tests: found on PATH, else installed, else one clear sentence."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.support.browser import NoBrowserError, find_chromium, prepare_chromium


class Machine:
    """A machine with some commands on PATH, on which installing packages adds more."""

    def __init__(
        self,
        *,
        commands: Sequence[str] = (),
        apt_gives: Sequence[str] = (),
        needs_update: bool = False,
        playwright_gives: str | None = None,
    ) -> None:
        self.commands = set(commands)
        self.apt_gives = apt_gives
        self.needs_update = needs_update
        self.playwright_gives = playwright_gives
        self.own: str | None = None
        self.ran: list[str] = []
        self.said: list[str] = []

    def which(self, name: str) -> str | None:
        return f"/bin/{name}" if name in self.commands else None

    def run(self, command: Sequence[str]) -> bool:
        line = " ".join(command)
        self.ran.append(line)
        if "apt-get update" in line:
            self.needs_update = False
        elif "apt-get install" in line:
            if self.needs_update or not self.apt_gives:
                return False
            self.commands.update(self.apt_gives)
        elif line.endswith("install chromium"):
            self.own = self.playwright_gives
            return self.own is not None
        return True

    def prepare(self, *, is_root: bool) -> str:
        return prepare_chromium(
            is_root=is_root,
            which=self.which,
            run=self.run,
            own=lambda: self.own,
            say=self.said.append,
        )


def test_chromium_on_path_is_taken_and_nothing_is_installed() -> None:
    machine = Machine(commands=["chromium", "fc-list", "apt-get"])
    assert machine.prepare(is_root=True) == "/bin/chromium"
    assert not any("install" in line for line in machine.ran)


def test_a_name_on_path_that_does_not_start_is_no_browser() -> None:
    assert find_chromium(which=lambda name: f"/bin/{name}", run=lambda _: False) is None


def test_root_on_debian_gets_the_package_and_a_chinese_font() -> None:
    machine = Machine(commands=["apt-get"], apt_gives=["chromium", "fc-list"])
    assert machine.prepare(is_root=True) == "/bin/chromium"
    assert any("chromium fonts-noto-cjk" in line for line in machine.ran)


def test_a_missing_package_list_is_fetched_once() -> None:
    machine = Machine(commands=["apt-get"], apt_gives=["chromium"], needs_update=True)
    assert machine.prepare(is_root=True) == "/bin/chromium"
    assert sum("apt-get update" in line for line in machine.ran) == 1


def test_without_root_playwright_brings_its_own() -> None:
    machine = Machine(commands=["apt-get"], playwright_gives="/home/me/chrome")
    assert machine.prepare(is_root=False) == "/home/me/chrome"
    assert not any("apt-get" in line for line in machine.ran)


def test_no_browser_to_be_had_is_said_in_one_sentence_in_both_languages() -> None:
    with pytest.raises(NoBrowserError) as refused:
        Machine().prepare(is_root=False)
    assert "put chromium on PATH" in str(refused.value)
    assert "请把 chromium 加入 PATH" in str(refused.value)
    assert "\n" not in str(refused.value)
