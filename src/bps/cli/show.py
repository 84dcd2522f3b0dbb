"""`bps show`: one record, where it stands, and who refers to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bps.cli.shared import Session, shared_options
from bps.errors import UnknownRecord, UsageError

if TYPE_CHECKING:
    from bps.link import Address, Registry
    from bps.validate import Entry

_INSIDE = ("concept", "recipient", "life-event", "measure-unit", "per")


def _found(registry: Registry, record_id: str, type_name: str | None) -> Entry | Address:
    """The record, or the thing inside one, that an id or the code of a standard names.

    Raises:
        UnknownRecord: If nothing has this id.
        UsageError: If things of several types have it.
    """
    kinds = [kind for kind in registry.types_of(record_id) if type_name in (None, kind)]
    inside = [
        kind for kind in _INSIDE if type_name in (None, kind) and record_id in registry.ids(kind)
    ]
    if len(kinds) + len(inside) > 1 and type_name is None:
        listed = ", ".join([*kinds, *inside])
        raise UsageError(
            f"编号 {record_id} 属于几类记录（{listed}）：请用 --type 指明一类。",
            f"Records of several types have the id {record_id} ({listed}): name one with --type.",
        )
    if kinds:
        return registry.entry(kinds[0], record_id)
    if inside:
        return registry.address(inside[0], record_id)
    standard = _standard_with_code(registry, record_id)
    if standard is not None and type_name in (None, "standard"):
        return standard
    from bps.link.nearest import nearest_id

    every = sorted({entry.id for entry in registry.iter_entries()})
    raise UnknownRecord(type_name or "record", record_id, nearest_id(record_id, every))


def _standard_with_code(registry: Registry, code: str) -> Entry | None:
    """The standard that bears a code, in whatever spelling the code is given."""
    from bps.codes import parse_code

    wanted = parse_code(code).canonical
    if wanted is None:
        return None
    for standard in registry.iter("standard"):
        if standard.code is not None and parse_code(standard.code).canonical == wanted:
            return registry.entry("standard", standard.id)
    return None


def _as_json(registry: Registry, found: Entry | Address) -> dict[str, Any]:
    from bps.link import Address

    if isinstance(found, Address):
        kind, owner = found.kind, registry.entry(*found.owner)
        record: Any = found.value.model_dump(mode="json", by_alias=True, exclude_unset=True)
    else:
        kind, owner, record = found.type, found, found.raw.data
    return {
        "type": kind,
        "id": found.id,
        "path": owner.path,
        "record": record,
        "resolves_to": list(registry.resolve(kind, found.id)),
        "referred_to_by": [
            {"type": link.type, "id": link.id, "pointer": link.pointer}
            for link in registry.backlinks(kind, found.id)
        ],
    }


@click.command("show")
@click.argument("record_id", metavar="ID")
@click.option(
    "--type", "type_name", help="Type of the record, where several have the id. 记录类型。"
)
@shared_options
@click.pass_obj
def command(session: Session, record_id: str, type_name: str | None) -> None:
    """Show the record with this ID, and every record that refers to it.

    A standard is found by its code too.

    显示一条记录，以及引用它的全部记录；标准也可用标准号查。
    """
    from bps.link import Address
    from bps.model import RECORD_TYPES

    register = session.open(rules=False)
    registry = register.registry
    found = _found(registry, record_id, type_name)
    answer = _as_json(registry, found)
    if session.is_json:
        session.emit(answer)
        return
    title = answer["type"]
    if title in RECORD_TYPES:
        title = RECORD_TYPES[title].title.in_language(session.lang)
    click.echo(f"{title}  {answer['id']}  {answer['path']}")
    live = answer["resolves_to"]
    if live != [found.id]:
        listed = ", ".join(live)
        session.say(
            f"此编号已转到：{listed}" if live else "此编号已撤销。",
            f"This id now leads to: {listed}" if live else "This id was withdrawn.",
        )
    click.echo("")
    if isinstance(found, Address):
        session.emit(answer["record"])
    else:
        click.echo(register.file_of(found).read_text("utf-8").rstrip("\n"))
    click.echo("")
    session.say(
        f"引用它的地方：{len(answer['referred_to_by'])} 处",
        f"References to it: {len(answer['referred_to_by'])}",
    )
    for link in answer["referred_to_by"]:
        click.echo(f"  {link['type']}  {link['id']}  {link['pointer']}")
