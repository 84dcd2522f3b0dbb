"""What an import would do, worked out in full before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bps.findings import Words
from bps.intake.differences import differences, listing_of
from bps.intake.items import (
    Draft,
    Origin,
    draft_item,
    evidence,
    joined_units,
    new_item,
    printed_units,
)
from bps.intake.levels import LevelPlanner
from bps.intake.lookup import SIMILAR, Lookup, plain
from bps.intake.naming import free_slug, slug_of
from bps.intake.notice import Notice, Spot
from bps.intake.questions import Questions
from bps.intake.readings import Reading
from bps.intake.watch import Watch, unwatched
from bps.model import RECORD_TYPES, keys_in_order
from bps.write import append, close_record, open_record, put, record_text

if TYPE_CHECKING:
    from pathlib import Path

    from bps.intake.mapping import Mapping
    from bps.intake.rows import ReadRow, Understood
    from bps.link import Registry
    from bps.load.reading import Progress
    from bps.model import Item, PublishedList


# More likenesses of one row than this say nothing new.
_NEIGHBOURS = 5


@dataclass(slots=True)
class Plan:
    """What an import would do.

    Attributes:
        understood: What was read.
        new: Path to text of records to be made.
        changed: Path to text of records to be brought up to date.
        unchanged: Ids that the file agrees with.
        changes: For each changed record the fields that change.
        questions: What has to be answered first.
        notices: What there is to know beyond the reading.
        counterparts: How many rows have a national counterpart.
        spots: Path of a planned record to the row it comes from.
        readings: What was read out of words, each beside its words.
        left: Words with a figure that stayed words, with the row.
    """

    understood: Understood
    new: dict[str, str] = field(default_factory=dict)
    changed: dict[str, str] = field(default_factory=dict)
    unchanged: list[str] = field(default_factory=list)
    changes: dict[str, list[str]] = field(default_factory=dict)
    questions: Questions = field(default_factory=Questions)
    notices: list[Notice] = field(default_factory=list)
    counterparts: int = 0
    spots: dict[str, Spot] = field(default_factory=dict)
    readings: list[Reading] = field(default_factory=list)
    left: list[tuple[Spot, str]] = field(default_factory=list)

    @property
    def files(self) -> dict[str, str]:
        """Every file that would be written."""
        return {**self.new, **self.changed}


class ItemPlanner:
    """Plans the items of one list."""

    def __init__(
        self,
        root: Path,
        registry: Registry,
        published: PublishedList,
        *,
        mapping: Mapping,
        origin: Origin,
    ) -> None:
        self._root = root
        self._registry = registry
        self._place = published.jurisdiction
        self._mapping = mapping
        self._origin = origin
        self._lookup = Lookup(registry, jurisdiction=self._place, scheme=published.scheme)
        self._own = [item for item in registry.iter("item") if item.jurisdiction == self._place]
        self._taken = {
            item_id.split("/", maxsplit=1)[1]
            for item_id in registry.ids("item")
            if item_id.startswith(f"{self._place}/")
        }
        self._levels = LevelPlanner(registry, origin=origin)
        self._used: dict[str, Spot] = {}
        self._by_name: dict[str, Item] = {}
        self._by_number: dict[int, Item] = {}
        self._index()

    def _index(self) -> None:
        """Items of the place by name, those of this list first, and by number in it."""
        list_id = self._origin.list_id
        for item in sorted(self._own, key=lambda each: listing_of(each, list_id) is None):
            for name in _names(item, list_id):
                self._by_name.setdefault(name, item)
            place = listing_of(item, list_id)
            if place is not None and place.number is not None:
                self._by_number.setdefault(place.number, item)

    def plan(self, understood: Understood, *, watch: Watch = unwatched) -> Plan:
        """Plan every row.

        Args:
            understood: What was read.
            watch: Shows a person how far it is.

        Returns:
            The plan; nothing may be written while it holds questions.
        """
        plan = Plan(understood)
        order = keys_in_order(RECORD_TYPES["item"].model)
        with watch("逐行核对", "Looking up the rows") as progress:
            for done, row in enumerate(understood.rows, start=1):
                self._row(row, order, plan)
                if progress is not None:
                    progress(done, len(understood.rows))
        with watch("查找相近的名称", "Looking for similar names") as progress:
            self._say_duplicates(plan, progress)
        return plan

    def _row(self, row: ReadRow, order: tuple[str, ...], plan: Plan) -> None:
        draft = draft_item(row, lookup=self._lookup, mapping=self._mapping)
        item = self._existing(draft)
        if item is not None:
            self._settle(draft, item, plan)
        self._ask(draft, plan)
        if "counterpart" in draft.values or (item is not None and item.counterpart):
            plan.counterparts += 1
        else:
            self._say_near(draft, plan)
        if item is None:
            self._new(draft, plan)
        elif item.id in self._used:
            first = self._used[item.id].words()
            words = Words(
                f"与{first.zh}是同一事项“{row.name}”，这一行未采用",
                f'is the same item as {first.en}, "{row.name}"; this row was not taken',
            )
            plan.notices.append(Notice(row.spot, words))
        else:
            self._used[item.id] = row.spot
            self._update(draft, item, order, plan)

    def _settle(self, draft: Draft, item: Item, plan: Plan) -> None:
        """Leave open what the record of the row has answered before."""
        cell = draft.values.get("lead_units_text", {}).get("zh")
        if cell == printed_units(self._registry, item):
            draft.unknown_units.clear()
            draft.values.pop("lead_units", None)
        if draft.unknown_area and item.domain is not None:
            draft.unknown_area = False
            name = draft.row.category or draft.row.area or ""
            words = Words(
                f"没有叫“{name}”的领域，{item.id} 的领域仍为 {item.domain}",
                f'There is no area "{name}"; {item.id} stays in {item.domain}',
            )
            plan.notices.append(Notice(draft.row.spot, words))

    def _ask(self, draft: Draft, plan: Plan) -> None:
        row = draft.row
        for name in draft.unknown_units:
            plan.questions.ask("units", name, row.spot, near=self._lookup.near_unit(name))
        if draft.unknown_area:
            name = row.category or row.area or ""
            plan.questions.ask("areas", name, row.spot, near=self._lookup.near_area(name))

    def _say_near(self, draft: Draft, plan: Plan) -> None:
        near = self._lookup.near_counterpart(draft.row.name)
        if near and draft.row.name not in self._mapping.counterparts:
            plan.notices.append(
                Notice(
                    draft.row.spot,
                    Words(
                        f"“{draft.row.name}”可能对应 {near}；确认后写入对照文件的 counterparts",
                        f'"{draft.row.name}" may correspond to {near}; '
                        "if so, say it under counterparts in the mapping file",
                    ),
                )
            )

    def _existing(self, draft: Draft) -> Item | None:
        """The record of this row: by name in this list, by name in the place, by number."""
        row, wanted = draft.row, plain(draft.row.name)
        item = self._by_name.get(wanted)
        if item is not None or row.number is None:
            return item
        from rapidfuzz import fuzz

        item = self._by_number.get(row.number)
        if item is None or fuzz.ratio(wanted, plain(item.name.zh or "")) < SIMILAR:
            return None
        return item

    def _new(self, draft: Draft, plan: Plan) -> None:
        name = draft.row.name
        counterpart = draft.values.get("counterpart", {}).get("item")
        slug = self._mapping.ids.get(name) or (
            counterpart.split("/", maxsplit=1)[1] if counterpart else slug_of(name)
        )
        slug = free_slug(slug, taken=self._taken)
        self._taken.add(slug)
        if draft.values.get("lead_units_text", {}).get("zh") == joined_units(
            self._registry, draft.values.get("lead_units", ())
        ):
            del draft.values["lead_units_text"]
        item_id = f"{self._place}/{slug}"
        self._say_read(draft, plan)
        if levels := self._levels.rows(draft, slug, plan, national=counterpart):
            draft.values["levels"] = levels
        record = new_item(draft, item_id, jurisdiction=self._place, origin=self._origin)
        path = RECORD_TYPES["item"].path_of(item_id)
        plan.new[path] = record_text("item", path, record)
        plan.spots[path] = draft.row.spot

    def _update(self, draft: Draft, item: Item, order: tuple[str, ...], plan: Plan) -> None:
        entry = self._registry.entry("item", item.id)
        if item.recipients:
            draft.values.pop("recipients", None)
        changed = differences(
            draft,
            item,
            entry.raw.data,
            origin=self._origin,
            registry=self._registry,
            notices=plan.notices,
        )
        if not changed:
            plan.unchanged.append(item.id)
            return
        if "level_summary" in changed and (rows := self._levels.renewed(draft, item, plan)):
            changed["levels"] = rows
        data = open_record((self._root / entry.own_path).read_text(encoding="utf-8"))
        for key, value in changed.items():
            put(data, key, value, order=order)
        self._prove(draft, [*changed], data, order)
        plan.changed[entry.own_path] = close_record(data)
        plan.spots[entry.own_path] = draft.row.spot
        plan.changes[item.id] = list(changed)

    def _say_read(self, draft: Draft, plan: Plan) -> None:
        """Show what was read out of the words of a row, beside the words."""
        row, values = draft.row, draft.values
        if groups := values.get("recipients"):
            said = "、".join(groups)
            plan.readings.append(
                Reading(row.spot, "recipients", row.values["recipients"], Words(said, said))
            )
        if (paid := values.get("funding")) and paid["model"] != "unknown":
            said = paid["model"]
            plan.readings.append(
                Reading(row.spot, "funding", row.values["funding"], Words(said, said))
            )

    def _prove(self, draft: Draft, fields: list[str], data: Any, order: tuple[str, ...]) -> None:
        """Add evidence of the changed fields; older entries of this table give them up."""
        for at in range(len(data["evidence"]) - 1, -1, -1):
            entry = data["evidence"][at]
            if entry.get("source") == self._origin.source and entry.get("how") in {
                "stated",
                "derived",
            }:
                left = [each for each in entry["fields"] if each not in fields]
                if not left:
                    del data["evidence"][at]
                elif len(left) < len(entry["fields"]):
                    put(entry, "fields", left, order=())
        for entry in evidence(draft, fields, self._origin):
            append(data, "evidence", entry, order=order)

    def _say_duplicates(self, plan: Plan, progress: Progress | None) -> None:
        """Names that are almost equal, among the rows and against the place's own items."""
        from rapidfuzz import fuzz, process

        others = [item for item in self._own if item.id not in self._used]
        named = [(item.name.zh or "", Words(item.id, item.id)) for item in others]
        named += [(row.name, row.spot.words()) for row in plan.understood.rows]
        keys = [plain(name) for name, _ in named]
        for at, row in enumerate(plan.understood.rows, start=len(others)):
            found = process.extract(
                keys[at], keys[:at], scorer=fuzz.ratio, score_cutoff=SIMILAR, limit=_NEIGHBOURS
            )
            if progress is not None:
                progress(at - len(others) + 1, len(plan.understood.rows))
            for _, alike, index in found:
                name, where = named[index]
                if alike < 100:  # noqa: PLR2004 - equal names are the same item
                    words = Words(
                        f"“{row.name}”与“{name}”（{where.zh}）很相近，请确认不是同一事项",
                        f'"{row.name}" is much like "{name}" ({where.en}); '
                        "make sure they are not the same item",
                    )
                    plan.notices.append(Notice(row.spot, words))


def _names(item: Item, list_id: str) -> set[str]:
    place = listing_of(item, list_id)
    spoken = [item.name.zh, *item.aliases, place.name.zh if place and place.name else None]
    return {plain(name) for name in spoken if name}
