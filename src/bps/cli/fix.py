"""`bps fix`: apply every safe fix to record files."""

from __future__ import annotations

import click

from bps.cli.shared import Session, shared_options


@click.command("fix")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "--check", is_flag=True, help="Change nothing; exit 1 if a file would change. 只检查，不改动。"
)
@shared_options
@click.pass_obj
def command(session: Session, paths: tuple[str, ...], check: bool) -> int:  # noqa: FBT001
    """Mend what can be mended safely in all records, or in PATHS only; comments stay.

    修正可以放心修正的地方：键的次序、引号、空格、全角编号、已移动的编号。注释保留；再运行一次不会再有改动。
    """
    from bps.cli.check import relative_paths
    from bps.fix.run import apply_fixes, plan_fixes

    wanted = relative_paths(session.root, paths) if paths else None
    with session.progress("逐个检查文件", "Looking through the files") as progress:
        texts = plan_fixes(session.root, paths=wanted, progress=progress)
    if texts and not check:
        with session.progress("写入文件", "Writing files") as progress:
            apply_fixes(session.root, texts, progress=progress)
    if session.is_json:
        session.emit({"changed": sorted(texts), "written": not check})
        return int(check and bool(texts))
    for path in sorted(texts):
        click.echo(path)
    if check:
        session.remark(f"{len(texts)} 个文件可以修正。", f"Files that would change: {len(texts)}.")
        return int(bool(texts))
    session.remark(f"修正了 {len(texts)} 个文件。", f"Files changed: {len(texts)}.")
    return 0
