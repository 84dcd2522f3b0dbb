"""`bps stats`: how many records there are, of what, where, and how well founded."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from bps.cli.shared import Session, shared_options

if TYPE_CHECKING:
    from bps.link import Registry

# From the firmest ground to the weakest; a record counts by its weakest evidence.
_GROUNDS = ("stated", "translated", "derived", "inferred", "background")
_NONE = "none"
_WORDS_ZH = {
    "stated": "原文写明",
    "translated": "译自外文",
    "derived": "推算",
    "inferred": "推断",
    "background": "一般常识",
    _NONE: "不需要依据",
}


def count_records(registry: Registry) -> dict[str, dict[str, int] | int]:
    """Counts of live records: in all, by type, by jurisdiction, by confidence.

    Confidence is the weakest way in which a record's own fields were obtained; "none" counts
    records that need no evidence, which are the sources.
    """
    types: Counter[str] = Counter()
    places: Counter[str] = Counter()
    grounds: Counter[str] = Counter()
    for entry in registry.iter_entries():
        record = registry.find(entry.type, entry.id)
        if record is None:
            continue
        types[entry.type] += 1
        places[getattr(record, "jurisdiction", None) or _NONE] += 1
        ways = {evidence.how for evidence in getattr(record, "evidence", ())}
        grounds[max(ways, key=_GROUNDS.index) if ways else _NONE] += 1
    return {
        "records": types.total(),
        "by_type": dict(sorted(types.items())),
        "by_jurisdiction": dict(sorted(places.items())),
        "by_confidence": {way: grounds[way] for way in (*_GROUNDS, _NONE)},
    }


@click.command("stats")
@shared_options
@click.pass_obj
def command(session: Session) -> None:
    """Count the records by type, by place and by how well founded they are.

    按类型、地区和可信程度统计记录。
    """
    from bps.model import RECORD_TYPES

    registry = session.open(rules=False).registry
    counts = count_records(registry)
    if session.is_json:
        session.emit(counts)
        return
    session.say(f"记录 {counts['records']} 条", f"Records: {counts['records']}")
    for title, key in (
        (session.pick("按类型", "By type"), "by_type"),
        (session.pick("按可信程度", "By confidence"), "by_confidence"),
        (session.pick("按地区", "By place"), "by_jurisdiction"),
    ):
        table = counts[key]
        if not isinstance(table, dict):
            continue
        click.echo(f"\n{title}")
        for name, count in sorted(table.items(), key=lambda row: (-row[1], row[0])):
            label = name
            if key == "by_type":
                label = RECORD_TYPES[name].plural.in_language(session.lang)
            elif key == "by_confidence" and session.lang == "zh":
                label = _WORDS_ZH[name]
            elif key == "by_jurisdiction" and name != _NONE:
                place = registry.find("jurisdiction", name)
                label = place.name.in_language(session.lang) if place else name
            click.echo(f"  {count:>6}  {label}")
