"""The one place that knows the order: load, validate, link, rules."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bps.bases import in_base, read_bases
from bps.config import CONFIG_FILE, Config, Suppression, read_config
from bps.errors import ConfigurationError, UsageError
from bps.findings import CODES, Finding, Place, Report
from bps.link import Registry, link_records
from bps.load import Reading
from bps.load.collector import collector_paused
from bps.rules import RULE_CODES, run_rules
from bps.validate import compiled_schemas, open_schemas, validate_records

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from bps.bases import Base
    from bps.findings import Severity
    from bps.load import Loaded
    from bps.load.reading import Progress
    from bps.validate import Entry, Validated


@dataclass(frozen=True, slots=True)
class Register:
    """A register that was read, tied together and checked.

    Attributes:
        root: The folder that has `catalogue/` and `standards/`.
        registry: Every record.
        report: Every finding, suppressions taken into account.
        config: What `bps.toml` says.
        bases: The registers it stands on, the deepest first.
    """

    root: Path
    registry: Registry
    report: Report
    config: Config
    bases: tuple[Base, ...] = ()

    def file_of(self, entry: Entry) -> Path:
        """Where the file of a record is, here or in a base."""
        folders = {base.id: base.folder for base in self.bases}
        return folders.get(entry.base, self.root) / entry.raw.path


def open_register(
    root: Path,
    *,
    progress: Progress | None = None,
    rules: bool = True,
    today: str | None = None,
    paths: Collection[str] | None = None,
    reading: Reading | None = None,
    above: tuple[Path, ...] = (),
    config: Config | None = None,
) -> Register:
    """Read a whole register.

    Args:
        root: The folder that has `catalogue/` and `standards/`.
        progress: Told how many of how many files are read.
        rules: Whether to run the rules too.
        today: The day to judge "in the future" by, YYYY-MM-DD; such rules rest when left out.
        paths: Report on these files or folders only (relative, with forward slashes); everything
            is read all the same, because records refer to each other.
        reading: The reading of this root, if it has begun already.
        above: Folders of the registers that stand on this one, which is then read as a base.
        config: Settings to go by instead of those in `bps.toml`.

    Returns:
        The register. Faults in the data are in its report.

    Raises:
        UsageError: If there is no data folder, or no record file in it.
        ConfigurationError: If `bps.toml` cannot be used, or a base that it names.
    """
    reading = reading or Reading(root)
    try:
        with collector_paused():
            config = read_config(root) if config is None else config
            _only_rules(config)
            bases = read_bases(config, root=root, above=above, opened=_opened_base)
            schemas = compiled_schemas() if reading.is_beside else open_schemas()
            loaded = reading.finish(progress=progress)
            validated = validate_records(loaded.records, schemas=schemas)
            found = _Found(root, loaded, validated, config, bases)
            return _opened(found, rules=rules, today=today, paths=paths)
    finally:
        reading.stop()


@dataclass(frozen=True, slots=True)
class _Found:
    """What was read of a register before its records were tied together."""

    root: Path
    loaded: Loaded
    validated: Validated
    config: Config
    bases: tuple[Base, ...]


def _opened_base(folder: Path, above: tuple[Path, ...]) -> Register:
    return open_register(folder, above=above)


def _opened(
    found: _Found, *, rules: bool, today: str | None, paths: Collection[str] | None
) -> Register:
    root, loaded, validated, config, bases = (
        found.root,
        found.loaded,
        found.validated,
        found.config,
        found.bases,
    )
    if not loaded.files and not loaded.findings:
        raise UsageError(
            f"{root.resolve()} 的 catalogue/ 和 standards/ 中没有任何记录（.yml 文件）。",
            f"There is no record (.yml file) in catalogue/ or standards/ of {root.resolve()}.",
        )
    own = validated.entries
    every = (*(entry for base in bases for entry in base.entries), *own)
    linked = link_records(every, files=loaded.files)
    findings = [*loaded.findings, *validated.findings, *linked.findings]
    if rules:
        asked = own if paths is None else [e for e in own if _is_below(e.raw.path, paths)]
        given = run_rules(linked.registry, entries=every, looked_at=asked, today=today)
        findings += _as_configured(given, config.severities)
    findings = [finding for finding in findings if not _is_of_bases(finding, bases)]
    findings += [finding for base in bases for finding in base.findings()]
    kept, suppressed = _suppress(findings, config.suppressions, judged=rules, today=today)
    if paths is not None:
        kept = [finding for finding in kept if _is_below(finding.path, paths)]
    report = Report.of(
        kept, files=len(loaded.files), records=len(validated.entries), suppressed=suppressed
    )
    return Register(root, linked.registry, report, config, bases)


def _is_of_bases(finding: Finding, bases: tuple[Base, ...]) -> bool:
    """Whether a finding is about one base alone, which was told of its faults at home."""
    base = in_base(finding.path, bases)
    return bool(base) and all(in_base(place, bases) == base for place in finding.related)


def _is_below(path: str, paths: Collection[str]) -> bool:
    return any(path == wanted or path.startswith(f"{wanted}/") for wanted in paths)


def _only_rules(config: Config) -> None:
    """Refuse to make light of what the program itself cannot do without."""
    for code in config.severities.keys() - RULE_CODES.keys():
        raise ConfigurationError(
            f"{CONFIG_FILE}：{code} 的级别不能改，只有规则的级别可以。",
            f"{CONFIG_FILE}: the severity of {code} is fixed; only that of a rule can be set.",
        )


def _as_configured(
    findings: Iterable[Finding], severities: Mapping[str, Severity | None]
) -> Iterator[Finding]:
    """What rules found, as severe as `bps.toml` wants it. What stands in the way is not for it."""
    for finding in findings:
        severity = severities.get(finding.code, finding.severity)
        if severity is not None:
            yield replace(finding, severity=severity)


def _suppress(
    findings: list[Finding],
    suppressions: tuple[Suppression, ...],
    *,
    judged: bool,
    today: str | None,
) -> tuple[list[Finding], int]:
    """Take away what is a known exception; an exception that is none any more is a finding."""
    used: set[Suppression] = set()
    kept = []
    for finding in findings:
        known = [
            entry
            for entry in suppressions
            if entry.code == finding.code and entry.record in (finding.record, finding.path)
        ]
        used.update(known)
        if not any(entry.holds(today) for entry in known):
            kept.append(finding)
    count = len(findings) - len(kept)
    if judged:
        kept += [
            CODES["unused-suppression"].at(
                Place(CONFIG_FILE, entry.line), record=entry.record, code=entry.code
            )
            for entry in suppressions
            if entry not in used
        ]
        kept += [
            CODES["expired-suppression"].at(
                Place(CONFIG_FILE, entry.line),
                record=entry.record,
                code=entry.code,
                until=entry.until,
            )
            for entry in suppressions
            if entry in used and not entry.holds(today)
        ]
    return kept, count
