"""`bps schema`: write the JSON Schemas from the models, or say whether they are up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bps.cli.shared import Session, shared_options

if TYPE_CHECKING:
    from pathlib import Path


@click.command("schema")
@click.option(
    "--check", is_flag=True, help="Write nothing; fail when a file differs. 只比较不写入。"
)
@shared_options
@click.pass_obj
def command(session: Session, check: bool) -> int:  # noqa: FBT001 - a flag of the command line
    """Write schema/v1/ from the models.

    由模型生成 schema/v1/ 下的 JSON Schema。
    """
    from bps.schema import schema_files
    from bps.write import write_file

    changed = [
        path for path, text in schema_files().items() if _content(session.root / path) != text
    ]
    if not check:
        texts = schema_files()
        for path in changed:
            write_file(session.root / path, texts[path].encode())
    if session.is_json:
        session.emit({"changed": changed, "written": not check})
        return int(check and bool(changed))
    for path in changed:
        click.echo(path)
    if check and changed:
        session.say(
            "以上文件与模型不一致：请运行 bps schema。",
            "These differ from the models: run bps schema.",
        )
    elif not changed:
        session.say("schema/v1/ 与模型一致。", "schema/v1/ agrees with the models.")
    return int(check and bool(changed))


def _content(path: Path) -> str | None:
    return path.read_text("utf-8") if path.is_file() else None
