"""`bps merge`: the registers of places become the one of the country."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bps.cli.shared import Session, shared_options

if TYPE_CHECKING:
    from bps.findings import Report


@click.command("merge")
@click.argument("registers", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help="Folder of the result; new or empty. 结果写到哪个文件夹；新的或空的。",
)
@click.option("--id", "register_id", default="merged", help="Id of the result. 结果的编号。")
@shared_options
@click.pass_obj
def command(session: Session, registers: tuple[Path, ...], out: Path, register_id: str) -> int:
    """Put the REGISTERS together, with all that they stand on: nothing dropped, differences told.

    把各地的登记库和它们依托的登记库合成一个：内容不丢，不一致的逐条指出；先后次序不影响结果。
    """
    from bps.config import CONFIG_FILE
    from bps.findings import Report as Whole
    from bps.merge import merge_registers
    from bps.pipeline import open_register
    from bps.reference.settings import toml
    from bps.write import output_folder, write_files

    merged = merge_registers(registers)
    settings = f"[register]\nid = {toml(register_id)}\n"
    files = [(CONFIG_FILE, settings.encode()), *sorted(merged.files.items())]
    with output_folder(out, root=registers[0], kind="register", register=register_id) as work:
        write_files(work, files)
    checked = open_register(out).report
    report = Whole.of(
        [*merged.findings, *checked.findings], files=checked.files, records=checked.records
    )
    _say(session, report, merged.registers, out)
    return report.exit_code()


def _say(session: Session, report: Report, registers: tuple[str, ...], out: Path) -> None:
    from bps.report import write_report

    click.echo(write_report(report, form=session.format, language=session.lang), nl=False)
    session.remark(
        f"{len(registers)} 个登记库合在 {out}：{'、'.join(registers)}。",
        f"{len(registers)} registers are together in {out}: {', '.join(registers)}.",
    )
