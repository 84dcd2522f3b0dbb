"""Read `bps.toml`: every fault is told with its line."""

from __future__ import annotations

import difflib
import re
import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from bps.config.keys import DAY, OFF, SETTINGS, SEVERITIES, Key, Part
from bps.config.lines import Lines
from bps.config.model import BaseConfig, Config, LinkException, SiteConfig, Suppression
from bps.errors import ConfigurationError
from bps.findings import CODES, INTERNAL, LANGUAGES, Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

CONFIG_FILE = "bps.toml"
_PLACE_OF_PARSER = re.compile(r"\(at line ([0-9]+)")


def read_config(root: Path) -> Config:
    """Read `bps.toml`; the defaults where there is none.

    Raises:
        ConfigurationError: If the file cannot be read or says something unknown.
    """
    try:
        text = (root / CONFIG_FILE).read_text("utf-8")
    except FileNotFoundError:
        return Config()
    except (OSError, UnicodeDecodeError) as error:
        raise config_fault("文件无法读取", "the file cannot be read") from error
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = _PLACE_OF_PARSER.search(str(error))
        # Without a place the parser means the end of the file.
        line = int(place.group(1)) if place else max(1, len(text.splitlines()))
        raise config_fault(f"不是 TOML（{error}）", f"not TOML ({error})", line=line) from error
    return _Reader(table, Lines(text)).config()


def config_fault(zh: str, en: str, *, line: int = 0) -> ConfigurationError:
    """What is wrong with `bps.toml`, with its line.

    Args:
        zh: Chinese sentence without its end.
        en: English sentence without its end.
        line: Line, from 1; 0 when it is not known.
    """
    where = f"{CONFIG_FILE}:{line}" if line else CONFIG_FILE
    return ConfigurationError(f"{where}：{zh}。", f"{where}: {en}.")


@dataclass(frozen=True, slots=True)
class _Reader:
    """One file while it is read."""

    table: Mapping[str, Any]
    lines: Lines

    def config(self) -> Config:
        """Everything it says."""
        for name in self.table:
            self._only_known(name, [part.name for part in SETTINGS], line=self.lines.of(name))
        read = {part.name: self._part(part) for part in SETTINGS if part.rows or part.keys}
        one = {name: rows[0] if rows else {} for name, rows in read.items()}
        return Config(
            fail_on=Severity(one["check"].get("fail_on", Severity.ERROR)),
            severities=self._severities(),
            suppressions=tuple(Suppression(**row) for row in self._codes(read["suppress"])),
            links=tuple(LinkException(**_without_line(row)) for row in read["links"]),
            site=SiteConfig(**one["site"]),
            id=one["register"].get("id", ""),
            version=one["register"].get("version", ""),
            schema=one["register"].get("schema", ""),
            bases=tuple(BaseConfig(**row) for row in read["base"]),
            export_bases=one["export"].get("bases", False),
        )

    def _part(self, part: Part) -> list[dict[str, Any]]:
        """The rows of a table, each key looked at; a table without rows is one row."""
        given = self.table.get(part.name, [] if part.rows else {})
        rows = given if part.rows else [given]
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise config_fault(
                f"{part.name} 应当写成 {part.header}",
                f"{part.name} is written as {part.header}",
                line=self.lines.of(part.name),
            )
        return [self._row(part, row, number) for number, row in enumerate(rows)]

    def _row(self, part: Part, row: Mapping[str, Any], number: int) -> dict[str, Any]:
        values = {}
        for name, value in row.items():
            line = self.lines.of(part.name, name, row=number)
            known = [key.name for key in part.keys]
            self._only_known(name, known, line=line, table=part.name)
            key = part.key(name)
            if key is not None:
                values[name] = self._value(part, key, value, line)
        if part.rows:
            line = self.lines.of(part.name, row=number)
            self._complete(part, values, number + 1, line)
            values["line"] = line
        return values

    def _only_known(self, name: str, known: Collection[str], *, line: int, table: str = "") -> None:
        if name in known:
            return
        full = f"{table}.{name}" if table else name
        close = difflib.get_close_matches(name, known, n=1)
        listed = ", ".join(sorted(known))
        zh, en = (
            (f"是否指 {close[0]}？可用", f"did you mean {close[0]}? Known")
            if close
            else ("可用", "known")
        )
        raise config_fault(
            f"不认识“{full}”；{zh}：{listed}", f'unknown key "{full}"; {en}: {listed}', line=line
        )

    def _value(self, part: Part, key: Key, value: Any, line: int) -> Any:
        found = value.isoformat() if _is_plain_day(key, value) else value
        if isinstance(found, str):
            found = found.strip()
        if not _fits(key, found):
            raise config_fault(
                f"{part.name} 的 {key.name} 应当是{key.form.zh}",
                f"{key.name} of {part.name} must be {key.form.en}",
                line=line,
            )
        return found

    def _complete(self, part: Part, values: Mapping[str, Any], number: int, line: int) -> None:
        missing = [key.name for key in part.keys if key.needed and not values.get(key.name)]
        if missing:
            listed = ", ".join(missing)
            raise config_fault(
                f"第 {number} 条 {part.name} 缺少 {listed}",
                f"{part.name} {number} lacks {listed}",
                line=line,
            )
        if part.alternatives and sum(bool(values.get(key)) for key in part.alternatives) != 1:
            raise config_fault(
                f"第 {number} 条 {part.name} 要写 {' 和 '.join(part.alternatives)} 中的一个，只写一个",
                f"{part.name} {number} needs exactly one of {' and '.join(part.alternatives)}",
                line=line,
            )

    def _severities(self) -> Mapping[str, Severity | None]:
        table = self.table.get("severity", {})
        if not isinstance(table, dict):
            raise config_fault(
                "severity 应当写成 [severity]",
                "severity is written as [severity]",
                line=self.lines.of("severity"),
            )
        for code, value in table.items():
            line = self.lines.of("severity", code)
            _known_code(code, line)
            if value not in {*SEVERITIES, OFF}:
                raise config_fault(
                    f"severity.{code} 应当是 error、warning、notice 或 off",
                    f"severity.{code} must be error, warning, notice or off",
                    line=line,
                )
        return {code: None if value == OFF else Severity(value) for code, value in table.items()}

    def _codes(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        for number, row in enumerate(rows):
            _known_code(row["code"], self.lines.of("suppress", "code", row=number))
        return rows


def _without_line(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key != "line"}


def _is_plain_day(key: Key, value: Any) -> bool:
    """Whether a day was written without quotes, which TOML allows."""
    return key.kind == "day" and isinstance(value, date) and not isinstance(value, datetime)


def _known_code(code: str, line: int) -> None:
    if code not in CODES or code == INTERNAL:
        raise config_fault(f"没有“{code}”这个代码", f'there is no code "{code}"', line=line)


def _fits(key: Key, value: Any) -> bool:
    if key.kind == "flag":
        return isinstance(value, bool)
    if key.kind == "texts":
        return (
            isinstance(value, dict)
            and set(value) <= set(LANGUAGES)
            and all(isinstance(text, str) for text in value.values())
        )
    if not isinstance(value, str):
        return False
    if key.kind == "day" and value:
        return _is_day(value)
    if key.choices:
        return value in key.choices
    return not key.pattern or not value or re.fullmatch(key.pattern, value) is not None


def _is_day(text: str) -> bool:
    try:
        return bool(re.fullmatch(DAY, text) and date.fromisoformat(text))
    except ValueError:
        return False
