"""`bps similar`: items that look like one, before a second record is made of the same thing."""

from __future__ import annotations

import click

from bps.cli.shared import Session, shared_options


@click.command("similar")
@click.argument("text", metavar="ID|TEXT")
@click.option(
    "--limit",
    default=10,
    show_default=True,
    type=click.IntRange(1, 100),
    help="How many. 最多几条。",
)
@shared_options
@click.pass_obj
def command(session: Session, text: str, limit: int) -> int:
    """List the items that are most like an item or a text.

    列出与某事项或某段文字最相近的事项；新建记录之前先看一看。
    """
    from bps.search.similar import find_similar

    found = find_similar(session.open(rules=False).registry, text, limit=limit)
    if session.is_json:
        session.emit(
            [
                {
                    "id": each.item.id,
                    "name": each.item.name.in_language(session.lang),
                    "score": round(each.score, 2),
                }
                for each in found
            ]
        )
        return 0
    for each in found:
        click.echo(f"{each.score:6.1f}  {each.item.id}  {each.item.name.in_language(session.lang)}")
    if not found:
        session.remark("没有相近的事项。", "No item is like it.")
    return 0
