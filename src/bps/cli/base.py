"""`bps base`: what this register stands on, and what another version of it would change."""

from __future__ import annotations

import datetime as dt
import tempfile
import zipfile
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bps.cli.shared import Session, shared_options
from bps.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.analysis.base_change import BaseChange
    from bps.config import BaseConfig, Config
    from bps.pipeline import Register


@click.command("base")
@click.argument("action", type=click.Choice(["list", "update"]), default="list")
@click.argument("new", required=False)
@click.option("--id", "base_id", help="Which base, where there are several. 有几个时，是哪一个。")
@click.option(
    "--take", is_flag=True, help="Write the new folder into bps.toml. 把新文件夹写进 bps.toml。"
)
@shared_options
@click.pass_obj
def command(
    session: Session,
    action: str,
    new: str | None,
    base_id: str | None,
    take: bool,  # noqa: FBT001
) -> int:
    """List the bases, or show what a NEW version (folder, package or .whl) would change here.

    列出所依托的登记库；update 加上新版本（文件夹、数据包或 .whl 文件），先看换上它这里会有什么变化。
    """
    register = session.open(rules=False)
    if action == "list":
        _list(session, register)
        return 0
    position = _which(register, base_id)
    if new is None:
        raise UsageError(
            "请写上新版本在哪里：文件夹、数据包或 .whl 文件。",
            "Say where the new version is: a folder, a package or a .whl file.",
        )
    with _opened(new, session.root) as setting:
        config = register.config
        bases = list(config.bases)
        bases[position] = replace(
            bases[position], path=setting.get("path", ""), package=setting.get("package", "")
        )
        _show(session, register, replace(config, bases=tuple(bases)))
    if take:
        _take(session, config.bases[position], new)
    return 0


def _list(session: Session, register: Register) -> None:
    if session.is_json:
        rows = [
            {
                "id": base.id,
                "version": base.version,
                "folder": str(base.folder),
                "records": len(base.entries),
                "pages": "along" if base.along else "link",
            }
            for base in register.bases
        ]
        session.emit(rows)
        return
    if not register.bases:
        session.say("这个登记库没有依托别的登记库。", "This register stands on no other.")
    for base in register.bases:
        session.say(
            f"{base.id}  {base.version or '没有写版本'}  {len(base.entries)} 条记录  {base.folder}",
            f"{base.id}  {base.version or 'no version'}  {len(base.entries)} records  {base.folder}",
        )


def _which(register: Register, base_id: str | None) -> int:
    """Position in `bps.toml` of the base that is meant."""
    lines = {base.line: base.id for base in register.bases}
    named = [lines.get(setting.line, "") for setting in register.config.bases]
    if base_id is None and len(named) == 1:
        return 0
    if base_id in named:
        return named.index(base_id)
    listed = "、".join(named) or "—"
    raise UsageError(
        f"请用 --id 指明是哪一个所依托的登记库：{listed}。",
        f"Say with --id which base is meant: {listed.replace('、', ', ')}.",
    )


@contextmanager
def _opened(new: str, root: Path) -> Iterator[dict[str, str]]:
    """How settings name the new version; a package that is not installed is unpacked for a while."""
    from bps.bases import base_setting
    from bps.bases.find import INSIDE, is_register

    if not new.endswith(".whl"):
        yield base_setting(new, root=root)
        return
    with tempfile.TemporaryDirectory() as folder:
        try:
            with zipfile.ZipFile(new) as wheel:
                wheel.extractall(folder)
        except (OSError, zipfile.BadZipFile) as error:
            raise UsageError(
                f"{new} 打不开，或不是数据包。", f"{new} cannot be opened, or is no data package."
            ) from error
        inside = [path for path in sorted(Path(folder).glob(f"*/{INSIDE}")) if is_register(path)]
        if not inside:
            raise UsageError(f"{new} 里没有登记库。", f"There is no register in {new}.")
        yield {"path": str(inside[0])}


def _show(session: Session, register: Register, config: Config) -> None:
    from bps.analysis.base_change import base_change
    from bps.pipeline import open_register

    renewed = open_register(register.root, rules=False, config=config)
    today = dt.datetime.now(tz=dt.UTC).astimezone().date()
    found = base_change(register.registry, renewed.registry, today=today)
    if session.is_json:
        session.emit(
            {
                "to_answer": found.to_answer,
                "gone": found.gone,
                "below": found.below,
                "standards": found.standards,
            }
        )
        return
    if found.is_nothing:
        session.say("换上它，这里没有变化。", "Taking it changes nothing here.")
    for line in _lines(session, found):
        click.echo(line)


def _lines(session: Session, found: BaseChange) -> Iterator[str]:
    for heading, rows in (
        (session.pick("待回应的新事项", "New items to answer"), found.to_answer),
        (
            session.pick("对应的上级事项没有了", "Counterpart gone"),
            [f"{item} → {target}" for item, target in found.gone],
        ),
        (session.pick("会低于底线或要重看", "Below the floor, or to look at again"), found.below),
        (
            session.pick("引用的标准状态变化", "Standards named here that change"),
            [f"{name}: {was} → {will}" for name, was, will in found.standards],
        ),
    ):
        if rows:
            yield f"{heading}: {len(rows)}"
            yield from (f"  {row}" for row in rows)


def _take(session: Session, setting: BaseConfig, new: str) -> None:
    """Write the new folder into `bps.toml`; a package is taken by installing it."""
    from bps.bases import base_setting
    from bps.config import CONFIG_FILE
    from bps.reference.settings import toml
    from bps.write import hold_lock, write_file

    path = session.root / CONFIG_FILE
    named = {} if new.endswith(".whl") else base_setting(new, root=session.root)
    if not setting.path or "path" not in named:
        session.remark(
            "数据包用 pip 安装即换上：python3 -m pip install 新的 .whl 文件。",
            "A data package is taken by installing it: python3 -m pip install the new .whl file.",
        )
        return
    lines = path.read_text("utf-8").splitlines(keepends=True)
    for number in range(setting.line, len(lines)):
        if lines[number].lstrip().startswith("path"):
            lines[number] = f"path = {toml(named['path'])}\n"
            break
    with hold_lock(session.root):
        write_file(path, "".join(lines).encode())
    session.remark(
        f"{CONFIG_FILE} 已改为 {named['path']}。", f"{CONFIG_FILE} now names {named['path']}."
    )
