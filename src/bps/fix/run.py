"""`bps fix`: every safe fix, until there is nothing left to mend."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bps.fix.characters import mend_characters
from bps.fix.codes import mend_codes
from bps.fix.order import mend_modeline, mend_order
from bps.fix.references import mend_ids, mend_references
from bps.fix.values import FIXERS
from bps.load import load_records
from bps.load.records import RawRecord, read_record
from bps.model import FORWARDING_KINDS, RECORD_TYPES, Forwarding, keys_in_order
from bps.validate import Schemas, open_schemas, type_of_path, validate_records
from bps.write import Batch, heal, hold_lock

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from bps.findings import Finding
    from bps.load.reading import Progress

# A fix may bring the next fault to light; real files need two rounds.
_ROUNDS: Final = 200


def plan_fixes(
    root: Path, *, paths: Collection[str] | None = None, progress: Progress | None = None
) -> dict[str, str]:
    """Work out every safe fix; writes nothing.

    Args:
        root: Folder of the register.
        paths: Only these files or folders below it; everything when left out.
        progress: Told how many of how many files are done.

    Returns:
        Path to new text of each file that changes.
    """
    loaded = load_records(root)
    wanted = [path for path in loaded.files if paths is None or _is_below(path, paths)]
    raws = {raw.path: raw for raw in loaded.records}
    faulty = {finding.path for finding in loaded.findings}
    schemas = open_schemas()
    texts: dict[str, str] = {}
    old: dict[str, str] = {}
    for done, path in enumerate(wanted, start=1):
        if progress is not None:
            progress(done, len(wanted))
        try:
            old[path] = (root / path).read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        clean = None if path in faulty else raws.get(path)
        texts[path] = _alone(path, old[path], clean=clean, schemas=schemas)
        if texts[path] != old[path]:
            _reread(path, texts[path], raws)
    for mend in (mend_ids, mend_references):
        for path, text in mend(texts, raws).items():
            texts[path] = text
            _reread(path, text, raws)
    return {path: text for path, text in texts.items() if text != old[path]}


def apply_fixes(
    root: Path, texts: dict[str, str], *, progress: Progress | None = None
) -> tuple[str, ...]:
    """Write fixed files, all or none.

    Args:
        root: Folder of the register.
        texts: What `plan_fixes` gave.
        progress: Told how many of how many files are safe on the disk.

    Returns:
        Paths that were written.
    """
    with hold_lock(root):
        heal(root)
        batch = Batch(root)
        for path, text in texts.items():
            batch.add(path, text)
        return batch.commit(progress=progress)


def _is_below(path: str, paths: Collection[str]) -> bool:
    return any(path == wanted or path.startswith(f"{wanted}/") for wanted in paths)


def _reread(path: str, text: str, raws: dict[str, RawRecord]) -> None:
    raw = read_record(text.encode(), path, [])
    if raw is not None:
        raws[path] = raw


def _alone(path: str, text: str, *, clean: RawRecord | None, schemas: Schemas) -> str:
    """Everything that can be mended without looking at another file."""
    kind = type_of_path(path)
    mended = mend_characters(text)
    is_clean = clean is not None and kind is not None and mended == text
    if is_clean and clean and kind and schemas.validator(kind.name).is_valid(clean.data):
        raw: RawRecord | None = clean
    else:
        mended, raw = _values(path, mended)
    if raw is None or kind is None:
        return mended
    if kind.name == "standard":
        mended = mend_codes(mended, raw)
    is_forwarding = raw.data.get("kind") in FORWARDING_KINDS and "name" not in raw.data
    model = Forwarding if is_forwarding else RECORD_TYPES[kind.name].model
    mended = mend_order(mended, order=keys_in_order(model))
    return mend_modeline(mended, type_name=kind.name, path=path)


def _values(path: str, text: str) -> tuple[str, RawRecord | None]:
    """Single values, one after the other, until no fixer has anything to do."""
    raw: RawRecord | None = None
    for _ in range(_ROUNDS):
        findings: list[Finding] = []
        raw = read_record(text.encode(), path, findings)
        if raw is not None and not findings:
            findings += validate_records([raw]).findings
        # From the end of the file, so that the places of earlier findings stay right.
        fixable = sorted((f for f in findings if f.code in FIXERS), reverse=True)
        new = FIXERS[fixable[0].code](text, fixable[0]) if fixable else text
        if new == text:
            break
        text = new
    return text, raw
