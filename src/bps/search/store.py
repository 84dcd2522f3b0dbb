"""Keep the index between two runs, so that a search does not read every record again."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from tempfile import mkdtemp
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from bps.search.document import Handling, SearchDocument
from bps.search.index import IndexedDocument, SearchIndex
from bps.search.lexicon import Lexicon
from bps.search.tables import read_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

VALUES: Final = "index.json"
# Counts up when the shape of what is kept changes.
FORMAT: Final = 2


def stamp_of(root: Path, paths: Iterable[str]) -> str:
    """Stamp of the content of files: equal as long as no record changed.

    Args:
        root: The folder the paths start from.
        paths: The record files.

    Returns:
        A short hexadecimal stamp of names and contents, and of the code that makes the index.
    """
    digest = hashlib.sha256(f"format {FORMAT}\0".encode())
    here = Path(__file__).parent
    own = sorted([*here.glob("*.py"), *here.glob("tables/*.txt")])
    for path in (*own, *(root / name for name in sorted(paths))):
        content = path.read_bytes()
        digest.update(f"{path.name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:16]


def open_index(folder: Path, stamp: str, build: Callable[[], SearchIndex]) -> SearchIndex:
    """Open the index that is kept for a stamp, or build and keep it.

    Args:
        folder: Where indexes are kept; engines keep theirs below `folder / stamp`.
        stamp: Stamp of the records.
        build: Builds the index from the records.

    Returns:
        The index. Older ones are removed once the new one is complete.
    """
    own = folder / stamp
    try:
        return _from_values(json.loads((own / VALUES).read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError):
        index = build()
    _keep(folder, own, index)
    return index


def _keep(folder: Path, own: Path, index: SearchIndex) -> None:
    """Keep an index in place of older ones. Where nothing can be written, it is built each time."""
    text = json.dumps(_to_values(index), ensure_ascii=False, separators=(",", ":"))
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.iterdir():
            if old.is_dir():
                shutil.rmtree(old, ignore_errors=True)
        write_beside(own, lambda fresh: (fresh / VALUES).write_text(text, encoding="utf-8"))


def write_beside(target: Path, write: Callable[[Path], object]) -> None:
    """Fill a folder beside its place, then rename it: a reader sees all of it or nothing.

    Args:
        target: Where the folder goes. If another process was faster, its folder stays.
        write: Fills the fresh folder it is given.
    """
    fresh = Path(mkdtemp(prefix="new-", dir=target.parent))
    try:
        write(fresh)
        fresh.rename(target)
    except OSError:
        shutil.rmtree(fresh, ignore_errors=True)
        if not target.exists():
            raise
    else:
        _sync(target.parent)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _to_values(index: SearchIndex) -> dict[str, Any]:
    lexicon = index.lexicon
    return {
        "entries": [_entry_values(entry) for entry in index.entries],
        "matters": [_entry_values(entry) for entry in index.matters],
        "phrases": lexicon.phrases,
        "words": lexicon.words,
        "english": lexicon.english,
        "spoken": dict(lexicon.spoken),
        "meanings": dict(lexicon.meanings),
        "dialect": dict(lexicon.dialect),
        "ordinary": sorted(lexicon.ordinary),
    }


def _entry_values(entry: IndexedDocument) -> dict[str, Any]:
    return {
        "document": asdict(entry.document),
        "fields": dict(entry.fields),
        "titles": entry.titles,
        "codes": entry.codes,
    }


def _from_values(values: dict[str, Any]) -> SearchIndex:
    tables = read_tables()
    return SearchIndex(
        entries=tuple(_entry(each) for each in values["entries"]),
        matters=tuple(_entry(each) for each in values["matters"]),
        lexicon=Lexicon(
            phrases=tuple(values["phrases"]),
            words=tuple(values["words"]),
            english=tuple(values["english"]),
            asking=tables.asking,
            syllables=tables.syllables,
            spoken=values["spoken"],
            meanings={word: tuple(official) for word, official in values["meanings"].items()},
            dialect=values["dialect"],
            ordinary=frozenset(values["ordinary"]),
        ),
        tables=tables,
    )


def _handling(values: dict[str, Any]) -> Handling:
    (body_zh, body_en), (note_zh, note_en) = values["body"], values["note"]
    return Handling(
        body=(body_zh, body_en),
        call=values["call"],
        note=(note_zh, note_en),
        items=tuple(values["items"]),
    )


def _entry(values: dict[str, Any]) -> IndexedDocument:
    document = values["document"]
    facets = tuple((name, tuple(found)) for name, found in document["facets"])
    lists = {key: tuple(value) for key, value in document.items() if isinstance(value, list)}
    handled = document["handled"] and _handling(document["handled"])
    return IndexedDocument(
        document=SearchDocument(**{**document, **lists, "facets": facets, "handled": handled}),
        fields=MappingProxyType(values["fields"]),
        titles=tuple(values["titles"]),
        codes=tuple(values["codes"]),
    )
