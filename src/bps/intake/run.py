"""The whole way of an import: read, understand, plan, check, write."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bps.errors import UsageError
from bps.findings import Words
from bps.intake.items import Origin
from bps.intake.mapping import Mapping
from bps.intake.notice import Notice, Spot
from bps.intake.plan import ItemPlanner, Plan
from bps.intake.read import read_office_file
from bps.intake.source import table_source
from bps.intake.standards import StandardPlanner
from bps.intake.understand import holds_standards, understand
from bps.intake.units import plan_units
from bps.intake.watch import Watch, unwatched
from bps.validate import errors_in, open_schemas
from bps.write import Batch, hold_lock

if TYPE_CHECKING:
    from pathlib import Path

    from bps.link import Registry
    from bps.load.reading import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a person asked for.

    Attributes:
        file: The office's own file.
        list_id: The list its rows belong to.
        today: Day of the import, YYYY-MM-DD.
        mapping: Answers to open questions.
        source: Id of a source record; one is made for the table when left out.
        create_units: Whether unknown units get records of their own.
        standards: Whether the rows are standards; told from the header when left out.
    """

    file: Path
    list_id: str | None
    today: str
    mapping: Mapping = dataclasses.field(default_factory=Mapping)
    source: str | None = None
    create_units: bool = False
    standards: bool | None = None


def plan_import(root: Path, registry: Registry, order: Order, *, watch: Watch = unwatched) -> Plan:
    """Work out what an import would do; writes nothing.

    Args:
        root: Folder of the register.
        registry: The register.
        order: What was asked for.
        watch: Shows a person how far a long step is.

    Returns:
        The plan, every planned record checked against its schema.

    Raises:
        UsageError: If the file cannot be read or the list is not there.
    """
    with watch("读取表格", "Reading the table"):
        office = read_office_file(order.file)
        standards = holds_standards(office) if order.standards is None else order.standards
        understood = understand(office, mapping=order.mapping, standards=standards)
    if not understood.rows:
        raise _nothing(order, understood.unread)
    source_id = order.source or f"{order.list_id or order.file.stem.lower()}-table"
    published = None
    if order.list_id is not None:
        published = registry.get("list", order.list_id)
    origin = Origin(
        list_id=order.list_id or "",
        source=_slug(source_id),
        file=order.file.name,
        today=order.today,
        status=published.status if published else "in-force",
    )
    planner: ItemPlanner | StandardPlanner
    if standards:
        planner = StandardPlanner(root, registry, origin=origin, list_id=order.list_id)
    elif published is None:
        raise UsageError(
            "请用 --list 指明这些事项属于哪份清单",
            "Say with --list which list these items belong to",
        )
    else:
        planner = ItemPlanner(root, registry, published, mapping=order.mapping, origin=origin)
    plan = planner.plan(understood, watch=watch)
    if order.create_units and any(key == "units" for key, _ in plan.questions.asked):
        return _with_units(root, registry, order, plan, origin, watch)
    _add_source(registry, order, origin, plan)
    with watch("检查新记录", "Checking the records") as progress:
        _check(plan, progress=progress)
    return plan


def _with_units(
    root: Path, registry: Registry, order: Order, plan: Plan, origin: Origin, watch: Watch
) -> Plan:
    """Plan again with the new units as answers."""
    place = registry.get("list", origin.list_id).jurisdiction
    files, ids = plan_units(plan.questions, registry, jurisdiction=place, origin=origin)
    answered = dataclasses.replace(order.mapping, units={**ids, **order.mapping.units})
    order = dataclasses.replace(order, mapping=answered, create_units=False)
    again = plan_import(root, registry, order, watch=watch)
    again.new = {**files, **again.new}
    return again


def _nothing(order: Order, unread: list[Notice]) -> UsageError:
    zh = "；".join(each.line("zh") for each in unread[:3])
    en = "; ".join(each.line("en") for each in unread[:3])
    return UsageError(
        f"{order.file.name} 中没有读到任何事项。{zh}",
        f"No item was found in {order.file.name}. {en}",
    )


def _slug(text: str) -> str:
    from bps.intake.naming import slug_of

    return slug_of(text)


def _add_source(registry: Registry, order: Order, origin: Origin, plan: Plan) -> None:
    """Plan a source record for the table, unless one was named or is there already."""
    if order.source is not None:
        registry.get("source", order.source)
        return
    if registry.find("source", origin.source) is not None or not plan.files:
        return
    published = registry.find("list", origin.list_id) if origin.list_id else None
    path, text = table_source(
        origin.source,
        about=published.name if published else None,
        file=origin.file,
        today=origin.today,
    )
    plan.new[path] = text


def _check(plan: Plan, *, progress: Progress | None) -> None:
    """Take records that would not pass their schema out of the plan, each with its reason."""
    schemas = open_schemas()
    files = plan.files
    for done, (path, text) in enumerate(files.items(), start=1):
        errors = errors_in(text, path, schemas=schemas)
        if errors:
            plan.new.pop(path, None)
            plan.changed.pop(path, None)
            first = errors[0]
            spot = plan.spots.get(path, Spot(path, first.line))
            words = Words(
                f"记录不合格式，未写入：{first.message.zh}", f"not written: {first.message.en}"
            )
            plan.understood.unread.append(
                Notice(spot, words, is_item=path.startswith(("catalogue/items/", "standards/")))
            )
        if progress is not None:
            progress(done, len(files))


def write_plan(root: Path, plan: Plan, *, progress: Progress | None = None) -> tuple[str, ...]:
    """Write every record of a plan, all or none.

    Args:
        root: Folder of the register.
        plan: A plan without questions.
        progress: Told how many of how many files are in place.

    Returns:
        Paths that were written.
    """
    batch = Batch(root)
    for path, text in plan.files.items():
        batch.add(path, text)
    with hold_lock(root):
        return batch.commit(progress=progress)
