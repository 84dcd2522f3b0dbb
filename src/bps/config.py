"""`bps.toml` at the root of a register: what its keepers decide."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field, fields
from datetime import date
from typing import TYPE_CHECKING, Any

from bps.errors import ConfigurationError
from bps.findings import CODES, INTERNAL, LANGUAGES, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CONFIG_FILE = "bps.toml"
_OFF = "off"
_DAYS = frozenset({"date", "until"})
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Suppression:
    """A known exception: this code is not reported for this record.

    Attributes:
        code: Code of the finding.
        record: Id of the record, or the path of its file.
        reason: Why, for the reviewer who meets it later.
        date: Day of the decision, YYYY-MM-DD.
        until: Last day it holds, YYYY-MM-DD; empty when it holds as long as the fault is there.
        line: Line in `bps.toml`.
    """

    code: str
    record: str
    reason: str
    date: str
    until: str = ""
    line: int = 1

    def holds(self, today: str | None) -> bool:
        """Whether it still holds; without a day to judge by it does."""
        return not self.until or today is None or today <= self.until


@dataclass(frozen=True, slots=True)
class LinkException:
    """An address that the link watch does not hold against anybody for a while.

    Attributes:
        url: The address, and all that begin with it.
        reason: Why.
        until: Last day it holds, YYYY-MM-DD.
    """

    url: str
    reason: str
    until: str

    def covers(self, url: str) -> bool:
        """Whether an address is meant."""
        return url.startswith(self.url)


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
        severities: Severity of a rule's code where it is not the usual one; None switches it off.
        suppressions: Known exceptions.
        links: Addresses that the link watch excuses.
        site: What the site says about itself.
        id: Id of the register itself, which its results are marked with; "" for none.
    """

    fail_on: Severity = Severity.ERROR
    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    suppressions: tuple[Suppression, ...] = ()
    links: tuple[LinkException, ...] = ()
    site: SiteConfig = field(default_factory=SiteConfig)
    id: str = ""


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
    _only_known(table, {"check", "links", "register", "severity", "site", "suppress"}, "")
    check = _table(table, "check")
    _only_known(check, {"fail_on"}, "check")
    fail_on = check.get("fail_on", Severity.ERROR.value)
    if fail_on not in list(Severity):
        raise _wrong(
            "check.fail_on 应当是 error、warning 或 notice",
            "check.fail_on must be error, warning or notice",
        )
    return Config(
        fail_on=Severity(fail_on),
        severities=_severities(_table(table, "severity")),
        suppressions=_suppressions(table.get("suppress", []), text),
        links=_links(table.get("links", [])),
        site=_site(table),
        id=_register_id(table),
    )


def _register_id(table: Mapping[str, Any]) -> str:
    register = _table(table, "register")
    _only_known(register, {"id"}, "register")
    found = register.get("id", "")
    if not isinstance(found, str) or (found and not _ID.fullmatch(found)):
        raise _wrong(
            "register.id 应当是小写字母、数字和连字符，如 shenzhen-futian",
            "register.id must be lower-case letters, digits and hyphens, such as shenzhen-futian",
        )
    return found


def _severities(table: Mapping[str, Any]) -> Mapping[str, Severity | None]:
    for code, value in table.items():
        if code not in CODES or code == INTERNAL:
            raise _no_such_code(code)
        if value not in {*Severity, _OFF}:
            raise _wrong(
                f"severity.{code} 应当是 error、warning、notice 或 off",
                f"severity.{code} must be error, warning, notice or off",
            )
    return {code: None if value == _OFF else Severity(value) for code, value in table.items()}


def _no_such_code(code: str) -> ConfigurationError:
    return _wrong(f"没有“{code}”这个代码", f'there is no code "{code}"')


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


def _rows(
    rows: Any, name: str, *, needed: set[str], may: frozenset[str] = frozenset()
) -> list[dict[str, str]]:
    """Rows of [[name]], each with its needed keys; days are days."""
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise _wrong(f"{name} 应当写成 [[{name}]]", f"{name} is written as [[{name}]]")
    found = []
    for index, row in enumerate(rows, start=1):
        _only_known(row, {*needed, *may}, name)
        values = {key: str(row.get(key, "")).strip() for key in sorted({*needed, *may})}
        missing = [key for key in sorted(needed) if not values[key]]
        if missing:
            listed = ", ".join(missing)
            raise _wrong(f"第 {index} 条 {name} 缺少 {listed}", f"{name} {index} lacks {listed}")
        for key in _DAYS & values.keys():
            if values[key] and not _is_day(values[key]):
                raise _wrong(
                    f"{name} 的 {key} 应当是年-月-日", f"{key} of {name} must be year-month-day"
                )
        found.append(values)
    return found


def _is_day(text: str) -> bool:
    try:
        return bool(_DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False


def _links(rows: Any) -> tuple[LinkException, ...]:
    found = _rows(rows, "links", needed={"url", "reason", "until"})
    for values in found:
        if not values["url"].startswith(("http://", "https://")):
            raise _wrong(
                "links 的 url 应当以 http:// 或 https:// 开头",
                "url of links must begin with http:// or https://",
            )
    return tuple(LinkException(**values) for values in found)


def _suppressions(rows: Any, text: str) -> tuple[Suppression, ...]:
    read = _rows(
        rows, "suppress", needed={"code", "record", "reason", "date"}, may=frozenset({"until"})
    )
    lines = [
        number
        for number, line in enumerate(text.splitlines(), start=1)
        if re.match(r"\s*\[\[\s*suppress\s*\]\]", line)
    ]
    found = []
    for index, values in enumerate(read):
        if values["code"] not in CODES or values["code"] == INTERNAL:
            raise _no_such_code(values["code"])
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
