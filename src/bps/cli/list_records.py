"""`bps list`: the records of one type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bps.cli.shared import Session, shared_options
from bps.errors import UsageError

if TYPE_CHECKING:
    from bps.link import Registry

# Things inside records that have ids of their own and can be listed too.
_INSIDE = {
    "concept": "领域",
    "recipient": "服务对象",
    "life-event": "人生大事",
    "measure-unit": "计量单位",
    "per": "计量对象",
}


def _rows(registry: Registry, type_name: str, language: str) -> list[dict[str, Any]]:
    if type_name in _INSIDE:
        return [
            {
                "id": address.id,
                "name": address.value.name.in_language(language),
                "status": None,
                "path": registry.entry(*address.owner).path,
            }
            for address in registry.iter_addresses(type_name)
        ]
    return [
        {
            "id": record.id,
            "name": record.name.in_language(language),
            "status": record.status,
            "path": registry.entry(type_name, record.id).path,
        }
        for record in registry.iter(type_name)
    ]


@click.command("list")
@click.argument("type_name", metavar="TYPE")
@shared_options
@click.pass_obj
def command(session: Session, type_name: str) -> None:
    """List the records of a TYPE, such as item, standard or unit.

    列出某一类记录的编号和名称，例如 item（事项）、standard（标准）、unit（单位）。
    """
    from bps.model import RECORD_TYPES

    by_plural = {kind.plural.en: name for name, kind in RECORD_TYPES.items()}
    wanted = by_plural.get(
        type_name,
        type_name.removesuffix("s") if type_name.removesuffix("s") in RECORD_TYPES else type_name,
    )
    if wanted not in RECORD_TYPES and wanted not in _INSIDE:
        titles = {name: kind.title.zh for name, kind in RECORD_TYPES.items()} | _INSIDE
        zh = "、".join(f"{name} {title}" for name, title in titles.items())
        raise UsageError(
            f"没有“{type_name}”这类记录。可用：{zh}。",
            f'There is no type "{type_name}". Types: {", ".join(titles)}.',
        )
    rows = _rows(session.open(rules=False).registry, wanted, session.lang)
    if session.is_json:
        session.emit(rows)
        return
    width = max((len(row["id"]) for row in rows), default=0)
    for row in rows:
        click.echo(f"{row['id'].ljust(width)}  {row['name']}")
    session.remark(f"共 {len(rows)} 条。", f"{len(rows)} in all.")
