"""`bps check`: every fault of every record, with its place, its reason and its fix."""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path

import click

from bps.cli.shared import Session, root_and_lang
from bps.errors import UsageError
from bps.findings import Severity
from bps.load.files import DATA_FOLDERS


def relative_paths(root: Path, paths: tuple[str, ...]) -> tuple[str, ...]:
    """Paths as a user names them, turned into paths below the root.

    Raises:
        UsageError: If one does not exist or is not in a data folder.
    """
    found: list[str] = []
    base = root.resolve()
    for given in paths:
        candidates = [Path(given), root / given]
        path = next((entry for entry in candidates if os.path.lexists(entry)), None)
        if path is None:
            raise UsageError(
                f"没有 {given} 这个文件或文件夹。", f"There is no file or folder {given}."
            )
        # Only the folder is resolved: the name itself may be a link, which is a finding.
        real = path.resolve() if path.is_dir() else path.parent.resolve() / path.name
        if real == base:
            found.extend(DATA_FOLDERS)
            continue
        below = real.relative_to(base).as_posix() if real.is_relative_to(base) else None
        if below is None or below.partition("/")[0] not in DATA_FOLDERS:
            raise UsageError(
                f"{given} 不在 {base} 的 catalogue/ 或 standards/ 中。",
                f"{given} is not in catalogue/ or standards/ of {base}.",
            )
        found.append(below)
    return tuple(found)


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "sarif"]),
    help="Form of the report. 报告格式。",
)
@click.option(
    "--fail-on",
    type=click.Choice([severity.value for severity in Severity]),
    help="Exit 1 at a finding of this severity or worse. 有这一级或更重的问题时，退出码为 1。",
)
@click.option(
    "--notices", is_flag=True, help="Print notices too, not only their number. 同时列出提示。"
)
@root_and_lang
@click.pass_obj
def command(
    session: Session,
    paths: tuple[str, ...],
    form: str | None,
    fail_on: str | None,
    notices: bool,  # noqa: FBT001
) -> int:
    """Check every record, or report on PATHS only.

    Exit code: 0 clean, 1 findings, 2 wrong use, 3 a fault of the program.

    检查全部记录；写了路径的，只报告这些文件或文件夹里的问题。

    退出码：0 没有问题，1 有问题，2 用法不对，3 程序自身出错。
    """
    wanted = relative_paths(session.root, paths) if paths else None
    reading = session.begin_reading()
    from bps.pipeline import open_register
    from bps.report import write_report

    form = form or session.format
    with session.progress("检查记录", "Checking records") as progress:
        register = open_register(
            session.root,
            progress=progress if form == "text" else None,
            today=dt.datetime.now(tz=dt.UTC).astimezone().date().isoformat(),
            paths=wanted,
            reading=reading,
        )
    threshold = Severity(fail_on) if fail_on else register.config.fail_on
    shows_notices = notices or threshold is Severity.NOTICE
    text = write_report(
        register.report,
        form=form,
        language=session.lang,
        notices=shows_notices,
        colour=form == "text" and _colour(),
    )
    click.echo(text, nl=False)
    return register.report.exit_code(threshold)


def _colour() -> bool:
    """Whether the reader is a terminal that may be coloured."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
