"""`bps.toml` at the root of a register: what its keepers decide."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from bps.errors import ConfigurationError
from bps.findings import CODES, INTERNAL, LANGUAGES, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CONFIG_FILE = "bps.toml"
_DAY = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Suppression:
    """A known exception: this code is not reported for this record.

    Attributes:
        code: Code of the finding.
        record: Id of the record, or the path of its file.
        reason: Why, for the reviewer who meets it later.
        date: Day of the decision, YYYY-MM-DD.
        line: Line in `bps.toml`.
    """

    code: str
    record: str
    reason: str
    date: str
    line: int = 1


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """What the site says about itself. Whatever is left out leaves no trace on the pages.

    Attributes:
        address: Absolute address of the site's root.
        edit_address: Pattern with `{path}`: where a reader may edit a record's file.
        feedback_address: Pattern with `{id}`, `{title}` and `{url}`: where a fault is reported.
        proposal_address: Where a proposed record may be opened.
        operator: Who runs the site, by language.
        contact: How to reach the operator.
        identifier: Filing number or site code for the footer.
        security_contact: Contact for security.txt.
    """

    address: str = ""
    edit_address: str = ""
    feedback_address: str = ""
    proposal_address: str = ""
    operator: Mapping[str, str] = field(default_factory=dict)
    contact: str = ""
    identifier: str = ""
    security_contact: str = ""


@dataclass(frozen=True, slots=True)
class Config:
    """The configuration of a register.

    Attributes:
        fail_on: Lowest severity that makes `bps check` fail.
        suppressions: Known exceptions.
        site: What the site says about itself.
    """

    fail_on: Severity = Severity.ERROR
    suppressions: tuple[Suppression, ...] = ()
    site: SiteConfig = field(default_factory=SiteConfig)


def read_config(root: Path) -> Config:
    """Read `bps.toml`; the defaults where there is none.

    Raises:
        ConfigurationError: If the file cannot be read or says something unknown.
    """
    path = root / CONFIG_FILE
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return Config()
    except (OSError, UnicodeDecodeError) as error:
        raise _wrong("文件无法读取", "the file cannot be read") from error
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _wrong(f"不是 TOML（{error}）", f"not TOML ({error})") from error
    return _config(table, text)


def _wrong(zh: str, en: str) -> ConfigurationError:
    return ConfigurationError(f"{CONFIG_FILE}：{zh}。", f"{CONFIG_FILE}: {en}.")


def _config(table: Mapping[str, Any], text: str) -> Config:
    _only_known(table, {"check", "suppress", "site"}, "")
    check = _table(table, "check")
    _only_known(check, {"fail_on"}, "check")
    fail_on = check.get("fail_on", Severity.ERROR.value)
    if fail_on not in list(Severity):
        raise _wrong(
            "check.fail_on 应当是 error、warning 或 notice",
            "check.fail_on must be error, warning or notice",
        )
    return Config(Severity(fail_on), _suppressions(table.get("suppress", []), text), _site(table))


def _table(table: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = table.get(key, {})
    if not isinstance(found, dict):
        raise _wrong(f"{key} 应当写成 [{key}]", f"{key} must be a table, [{key}]")
    return found


def _only_known(table: Mapping[str, Any], known: set[str], where: str) -> None:
    for key in table:
        if key not in known:
            name = f"{where}.{key}" if where else key
            listed = ", ".join(sorted(known))
            raise _wrong(
                f"不认识“{name}”；可用：{listed}", f'unknown key "{name}"; known: {listed}'
            )


def _suppressions(rows: Any, text: str) -> tuple[Suppression, ...]:
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise _wrong("suppress 应当写成 [[suppress]]", "suppressions are written as [[suppress]]")
    lines = [
        number
        for number, line in enumerate(text.splitlines(), start=1)
        if re.match(r"\s*\[\[\s*suppress\s*\]\]", line)
    ]
    wanted = {"code", "record", "reason", "date"}
    found = []
    for index, row in enumerate(rows):
        _only_known(row, wanted, "suppress")
        values = {key: str(row.get(key, "")).strip() for key in wanted}
        missing = sorted(key for key, value in values.items() if not value)
        if missing:
            listed = ", ".join(missing)
            raise _wrong(
                f"第 {index + 1} 条 suppress 缺少 {listed}",
                f"suppression {index + 1} lacks {listed}",
            )
        if values["code"] not in CODES or values["code"] == INTERNAL:
            raise _wrong(f"没有“{values['code']}”这个代码", f'there is no code "{values["code"]}"')
        if not _DAY.fullmatch(values["date"]):
            raise _wrong(
                "suppress 的 date 应当是年-月-日", "the date of a suppression is year-month-day"
            )
        line = lines[index] if index < len(lines) else 1
        found.append(Suppression(**values, line=line))
    return tuple(found)


def _site(table: Mapping[str, Any]) -> SiteConfig:
    site = _table(table, "site")
    _only_known(site, {entry.name for entry in fields(SiteConfig)}, "site")
    for key, value in site.items():
        if key == "operator":
            if not isinstance(value, dict) or not set(value) <= set(LANGUAGES):
                raise _wrong(
                    "site.operator 应当写成 {zh = …, en = …}",
                    "site.operator is written as {zh = …, en = …}",
                )
        elif not isinstance(value, str):
            raise _wrong(f"site.{key} 应当是文字", f"site.{key} must be text")
    return SiteConfig(**site)
