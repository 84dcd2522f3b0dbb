"""The union of several registers, and where they disagree."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bps.bases import base_id
from bps.config import CONFIG_FILE
from bps.errors import UsageError
from bps.findings import CODES, Finding, Place
from bps.load.files import find_files
from bps.pipeline import open_register
from bps.validate import expected_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from bps.pipeline import Register

# Folder of the result for contents that another register has under the same path.
ASIDE: Final = "conflicts"


@dataclass(frozen=True, slots=True)
class Merged:
    """What several registers give together.

    Attributes:
        files: Content by path relative to the root of the result.
        findings: Where the registers disagree; faults of the result itself are for its own check.
        registers: Ids of what was put together, bases among them, in order.
    """

    files: dict[str, bytes]
    findings: tuple[Finding, ...]
    registers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """One register with the bytes of its files."""

    id: str
    folder: Path
    version: str
    files: dict[str, bytes]
    register: Register | None


def merge_registers(roots: Sequence[Path]) -> Merged:
    """Put registers together with all that they stand on.

    Args:
        roots: Their folders, in any order.

    Returns:
        The union: the same whatever the order.

    Raises:
        UsageError: If two of them have one id.
        ConfigurationError: If one cannot be opened.
    """
    parts = _own_parts(roots)
    bases, versions = _base_parts(parts)
    every = sorted([*parts, *bases], key=lambda part: part.id)
    files, conflicts = _united(every)
    findings = [*versions, *conflicts]
    for part in parts:
        findings += _outside(part)
    return Merged(files, tuple(sorted(findings)), tuple(part.id for part in every))


def _own_parts(roots: Sequence[Path]) -> list[_Part]:
    found: dict[str, _Part] = {}
    for root in {each.resolve(): each for each in roots}:
        register = open_register(root, rules=False)
        part = _part(base_id(register.config, root), root, register.config.version, register)
        first = found.setdefault(part.id, part)
        if first is not part:
            raise UsageError(
                f"{first.folder} 和 {root} 的编号都是 {part.id}：请在 {CONFIG_FILE} 的 [register] 里改一个。",
                f"{first.folder} and {root} both have the id {part.id}: change one of them under "
                f"[register] in {CONFIG_FILE}.",
            )
    return [found[key] for key in sorted(found)]


def _part(part_id: str, folder: Path, version: str, register: Register | None) -> _Part:
    files, _ = find_files(folder)
    held = {file.path: (folder / file.path).read_bytes() for file in files}
    return _Part(part_id, folder, version, held, register)


def _base_parts(parts: Iterable[_Part]) -> tuple[list[_Part], list[Finding]]:
    """The bases that no part is itself, and where two parts mean different versions of one."""
    found: dict[str, tuple[_Part, str]] = {part.id: (part, part.id) for part in parts}
    bases: dict[str, _Part] = {}
    findings: list[Finding] = []
    for part in parts:
        for base in part.register.bases if part.register is not None else ():
            here = _part(base.id, base.folder, base.version, None)
            known, user = found.setdefault(base.id, (here, part.id))
            if known is here:
                bases[base.id] = here
            elif (known.version, known.files) != (here.version, here.files):
                findings.append(
                    CODES["base-versions"].at(
                        Place(f"{part.id}:{CONFIG_FILE}", base.line),
                        first=user,
                        second=part.id,
                        base=base.id,
                    )
                )
                bases[f"{base.id}@{part.id}"] = _Part(
                    f"{base.id}@{part.id}", here.folder, here.version, here.files, None
                )
    return list(bases.values()), findings


def _united(parts: Iterable[_Part]) -> tuple[dict[str, bytes], list[Finding]]:
    """Every content once; a second one for the same path goes aside."""
    holders: defaultdict[str, list[_Part]] = defaultdict(list)
    for part in parts:
        for path in part.files:
            holders[path].append(part)
    files: dict[str, bytes] = {}
    findings: list[Finding] = []
    for path in sorted(holders):
        first, *others = holders[path]
        files[path] = first.files[path]
        told = {first.files[path]}
        for other in others:
            content = other.files[path]
            if content in told:
                continue
            told.add(content)
            aside = f"{ASIDE}/{other.id}/{path}"
            files[aside] = content
            findings.append(
                CODES["differing-records"].at(
                    Place(f"{other.id}:{path}", record=expected_id(path)),
                    first=first.id,
                    second=other.id,
                    kept=aside,
                    related=(f"{first.id}:{path}:1:1",),
                )
            )
    return files, findings


def _outside(part: _Part) -> Iterator[Finding]:
    """Records of places that are not within the place of their register."""
    if part.register is None:
        return
    registry = part.register.registry
    if registry.find("jurisdiction", part.id) is None:
        return
    for entry in registry.own().iter_entries():
        place = getattr(entry.record, "jurisdiction", None)
        if entry.type == "jurisdiction":
            place = entry.id
        if place and not _is_within(part.register, place, part.id):
            yield CODES["place-outside-parent"].at(
                Place(f"{part.id}:{entry.raw.path}", record=entry.id),
                register=part.id,
                whose=place,
            )


def _is_within(register: Register, place: str, top: str) -> bool:
    """Whether a place is another one, below it or, as a place of the chain, above it."""
    return top in _chain(register, place) or place in _chain(register, top)


def _chain(register: Register, place: str) -> list[str]:
    chain: list[str] = []
    current: str | None = place
    while current and current not in chain:
        chain.append(current)
        found = register.registry.find("jurisdiction", current)
        current = found.parent if found is not None else None
    return chain
