"""Read the registers that a register stands on, each once, the deepest first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, Protocol

from bps.bases.find import base_folder
from bps.bases.keep import kept
from bps.config import CONFIG_FILE, Config, config_fault, read_config
from bps.config.keys import ALONG, LINK
from bps.errors import BpsError
from bps.findings import CODES, Finding, Place, Severity
from bps.schema import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bps.config import BaseConfig
    from bps.findings import Report
    from bps.link import Registry
    from bps.validate import Entry

_WHOLE: Final = "whole"


class Opened(Protocol):
    """A register that was opened, as far as its use as a base goes."""

    @property
    def registry(self) -> Registry:
        """Its records and those it stands on."""

    @property
    def report(self) -> Report:
        """What is wrong with it."""


@dataclass(frozen=True, slots=True)
class Base:
    """A register that another one stands on.

    Attributes:
        id: Its id, by which findings and pages name it.
        folder: Where it is.
        version: Version of its data, or "".
        name: Name of its site by language.
        address: Address of its site with a slash at its end, or "".
        along: Whether its records are rendered along; else they link to its site.
        entries: Its own records, those of its own bases left out.
        errors: How many errors it has of its own.
        first: The first of them, in words.
        line: Line in the `bps.toml` of the register that was opened.
    """

    id: str
    folder: Path
    version: str
    name: dict[str, str]
    address: str
    along: bool
    entries: tuple[Entry, ...]
    errors: int
    first: str
    line: int

    def findings(self) -> tuple[Finding, ...]:
        """What the keepers of the register that stands on it must know."""
        if not self.errors:
            return ()
        code = CODES["base-has-errors"]
        return (
            code.at(
                Place(CONFIG_FILE, self.line), base=self.id, count=self.errors, first=self.first
            ),
        )


def read_bases(
    config: Config,
    *,
    root: Path,
    above: tuple[Path, ...] = (),
    opened: Callable[[Path, tuple[Path, ...]], Opened],
) -> tuple[Base, ...]:
    """Read every base of a register, and those that they stand on.

    Args:
        config: Settings of the register.
        root: Its folder.
        above: Folders of the registers that stand on this one.
        opened: Opens the register in a folder, with the folders above it.

    Returns:
        The bases, each once, the deepest first.

    Raises:
        ConfigurationError: If one is missing, stands on itself, is of another schema version, or
            two have one id.
    """
    found: dict[str, Base] = {}
    chain = (*above, root.resolve())
    for setting in config.bases:
        folder = base_folder(setting, root=root)
        if folder in chain:
            raise config_fault(
                f"依托的登记库绕了一圈：{_named(setting)} 又依托 {root.resolve()}",
                f"bases go in a circle: {_named(setting)} stands on {root.resolve()} again",
                line=setting.line,
            )
        try:
            own = read_config(folder)
            below = read_bases(own, root=folder, above=chain, opened=opened)
        except BpsError as error:
            raise _unusable(setting, error) from error
        _same_schema(own, setting)
        here = _base(own, setting, folder, chain, below, opened)
        for base in (*(replace(each, line=setting.line) for each in below), here):
            first = found.setdefault(base.id, base)
            if first.folder != base.folder or base.id == config.id:
                raise config_fault(
                    f"有两个登记库的编号都是 {base.id}：{first.folder} 和 "
                    f"{base.folder if first is not base else root.resolve()}",
                    f"two registers have the id {base.id}: {first.folder} and "
                    f"{base.folder if first is not base else root.resolve()}",
                    line=setting.line,
                )
    return tuple(found.values())


def in_base(path: str, bases: tuple[Base, ...]) -> str:
    """Id of the base whose file a path of a finding names, or "" for a file of one's own."""
    before = path.partition(":")[0]
    return before if any(base.id == before for base in bases) else ""


def _named(setting: BaseConfig) -> str:
    return setting.path or setting.package


def _unusable(setting: BaseConfig, error: BpsError) -> BpsError:
    """What is wrong with a base, told where it is named."""
    return config_fault(
        f"依托的登记库 {_named(setting)} 不能用：{error.words.zh.rstrip('。')}",
        f"the base {_named(setting)} cannot be used: {error.words.en.rstrip('.')}",
        line=setting.line,
    )


def _same_schema(own: Config, setting: BaseConfig) -> None:
    if own.schema not in ("", SCHEMA_VERSION):
        raise config_fault(
            f"依托的登记库 {_named(setting)} 用的是模式 {own.schema}，本程序用的是 {SCHEMA_VERSION}",
            f"the base {_named(setting)} is of schema {own.schema}, this program is of {SCHEMA_VERSION}",
            line=setting.line,
        )


def _base(
    own: Config,
    setting: BaseConfig,
    folder: Path,
    chain: tuple[Path, ...],
    below: tuple[Base, ...],
    opened: Callable[[Path, tuple[Path, ...]], Opened],
) -> Base:
    name = base_id(own, folder, package=setting.package)

    def make() -> tuple[tuple[Entry, ...], int, str]:
        register = opened(folder, chain)
        entries: Any = (e for e in register.registry.iter_entries() if not e.base)
        errors = [f for f in register.report.findings if f.severity is Severity.ERROR]
        first = f"{errors[0].path}:{errors[0].line} {errors[0].code}" if errors else ""
        return tuple(replace(entry, base=name) for entry in entries), len(errors), first

    try:
        also = [base.folder for base in below]
        entries, errors, first = kept(folder, f"{_WHOLE}.{name}", make, also=also)
    except BpsError as error:
        raise _unusable(setting, error) from error
    address = setting.address or own.site.address
    return Base(
        id=name,
        folder=folder,
        version=own.version,
        name=dict(own.site.name),
        address=f"{address.rstrip('/')}/" if address else "",
        along=(setting.pages or (LINK if address else ALONG)) == ALONG or not address,
        entries=entries,
        errors=errors,
        first=first,
        line=setting.line,
    )


def base_id(config: Config, folder: Path, *, package: str = "") -> str:
    """Id of a register; that of its package or folder where it gives itself none."""
    return config.id or _slug(package or folder.resolve().name)


def _slug(text: str) -> str:
    """An id for a base that gives itself none."""
    words = "".join(c if c.isascii() and c.isalnum() else "-" for c in text.lower())
    return "-".join(filter(None, words.split("-"))) or "base"
