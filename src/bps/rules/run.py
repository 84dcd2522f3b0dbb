"""Run the rules. One that breaks down is reported and stops no other."""

from __future__ import annotations

from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from bps.beside import Beside
from bps.findings import CODES, INTERNAL, Finding, Place
from bps.rules.background import BACKGROUND_EVIDENCE
from bps.rules.broader import BROADER
from bps.rules.checked import CHECKED_IN_FUTURE
from bps.rules.dates import DATES_IN_ORDER
from bps.rules.days import IMPOSSIBLE_DATE
from bps.rules.declared import DECLARED_SUM
from bps.rules.division_codes import DIVISION_CODES
from bps.rules.evidence import EVIDENCE_MISSING, EVIDENCE_UNKNOWN_FIELD
from bps.rules.forwarding import FORWARDING_CYCLE
from bps.rules.identity import ID_NOT_FILE_NAME, REUSED_ID, WRONG_FOLDER
from bps.rules.levels import LEVEL_CONTENT, LEVEL_DATES, LEVEL_OVERLAP
from bps.rules.list_areas import ITEM_OUTSIDE_LIST_AREAS
from bps.rules.list_numbers import LIST_NUMBERS
from bps.rules.look_alike import LOOK_ALIKE_NAME
from bps.rules.mirrors import MIRROR_LINK_SHOWN
from bps.rules.near_duplicates import NEAR_DUPLICATE_ITEM
from bps.rules.parents import PARENT_CYCLE
from bps.rules.replacements import REPLACEMENT_ONE_SIDED
from bps.rules.results import IMPOSSIBLE_RESULT, PERCENTAGE_RANGE
from bps.rules.rule import Context, Rule, Scope
from bps.rules.standard_codes import STANDARD_CODE
from bps.rules.standard_status import STANDARD_NOT_IN_FORCE
from bps.rules.translations import TRANSLATION

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bps.link import Registry
    from bps.validate import Entry

# Below this, looking at records takes no longer than a second process does.
WORTH_A_PROCESS = 1000

ALL_RULES: tuple[Rule, ...] = (
    ID_NOT_FILE_NAME,
    WRONG_FOLDER,
    REUSED_ID,
    LOOK_ALIKE_NAME,
    NEAR_DUPLICATE_ITEM,
    FORWARDING_CYCLE,
    PARENT_CYCLE,
    DIVISION_CODES,
    BROADER,
    LIST_NUMBERS,
    ITEM_OUTSIDE_LIST_AREAS,
    LEVEL_CONTENT,
    LEVEL_DATES,
    LEVEL_OVERLAP,
    DECLARED_SUM,
    IMPOSSIBLE_RESULT,
    PERCENTAGE_RANGE,
    IMPOSSIBLE_DATE,
    DATES_IN_ORDER,
    CHECKED_IN_FUTURE,
    STANDARD_CODE,
    STANDARD_NOT_IN_FORCE,
    REPLACEMENT_ONE_SIDED,
    EVIDENCE_UNKNOWN_FIELD,
    EVIDENCE_MISSING,
    BACKGROUND_EVIDENCE,
    MIRROR_LINK_SHOWN,
    TRANSLATION,
)

# Codes that a rule gives, each with its rule: these are judgements, and `bps.toml` may weigh them.
RULE_CODES: Mapping[str, Rule] = MappingProxyType(
    {code: rule for rule in ALL_RULES for code in rule.codes}
)


def run_rules(
    registry: Registry,
    *,
    entries: Sequence[Entry] | None = None,
    looked_at: Sequence[Entry] | None = None,
    today: str | None = None,
    rules: Iterable[Rule] = ALL_RULES,
) -> list[Finding]:
    """Run rules over a registry.

    Args:
        registry: Every record.
        entries: Every typed record; those of the registry when left out.
        looked_at: Records that rules about single records look at; every one when left out.
        today: The day to judge by, YYYY-MM-DD.
        rules: Which rules.

    Returns:
        Their findings, in no particular order.
    """
    every = tuple(registry.iter_entries()) if entries is None else tuple(entries)
    context = Context(registry, every, today)
    chosen = tuple(rules)
    single = every if looked_at is None else looked_at
    records = partial(_look_at_records, chosen, context, single)
    beside = Beside(records) if len(single) >= WORTH_A_PROCESS else None
    findings: list[Finding] = []
    for rule in chosen:
        if rule.scope is Scope.REGISTRY:
            _guarded(rule, None, context, findings)
    return findings + (records() if beside is None else beside.result())


def _look_at_records(
    rules: Sequence[Rule], context: Context, entries: Iterable[Entry]
) -> list[Finding]:
    """Findings of the rules that look at one record after the other."""
    findings: list[Finding] = []
    by_type: dict[str, list[Rule]] = {}
    for entry in entries:
        if entry.type not in by_type:
            by_type[entry.type] = [rule for rule in rules if rule.looks_at(entry.type)]
        for rule in by_type[entry.type]:
            _guarded(rule, entry, context, findings)
    return findings


def _guarded(rule: Rule, entry: Entry | None, context: Context, findings: list[Finding]) -> None:
    """Run one check; what it raises is a finding about this program."""
    try:
        if entry is not None and rule.check_record is not None:
            findings.extend(rule.check_record(entry, context))
        elif rule.check_registry is not None:
            findings.extend(rule.check_registry(context))
    except Exception as error:  # noqa: BLE001 - one broken rule must not hide the others' findings
        place = Place("bps") if entry is None else entry.place()
        reason = f"{type(error).__name__}: {error}"
        findings.append(CODES[INTERNAL].at(place, part=f"rule {rule.name}", reason=reason))
