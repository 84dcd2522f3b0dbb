"""`bps init`: an empty folder becomes a register that checks clean and builds."""

from __future__ import annotations

import datetime as dt
import re
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bps.cli.shared import Session, shared_options
from bps.errors import UsageError

if TYPE_CHECKING:
    from bps.link import Registry
    from bps.start import Wishes

_COUNTRY = "country"
# Where the questions of an import are left to be answered.
_ANSWERS = "import-answers.yml"


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path), default=".")
@click.option("--place", "place_id", metavar="ID", help="Id of your place. 本地的编号。")
@click.option("--name", "zh", default="", help="Its name in Chinese. 本地的中文名。")
@click.option("--name-en", "en", default="", help="Its name in English. 本地的英文名。")
@click.option("--level", help="Its level, such as county. 本地的层级，如 county 县区。")
@click.option(
    "--parent",
    "parents",
    multiple=True,
    metavar="ID[:LEVEL:ZH:EN]",
    help="A place above, nearest first; level and names where no base has it. "
    "上级地区，由近到远；所依托的登记库里没有的，写上层级和名称。",
)
@click.option(
    "--base",
    metavar="FOLDER|PACKAGE",
    help="The register to stand on. 依托的登记库：文件夹或数据包。",
)
@click.option("--site-name", default="", help="Name of the site. 网站名称。")
@click.option("--site-name-en", default="", help="The same in English. 网站的英文名称。")
@click.option("--operator", default="", help="Who runs it. 主办单位。")
@click.option("--operator-en", default="", help="The same in English. 主办单位的英文名称。")
@click.option("--address", default="", help="Address of the site. 网站网址。")
@click.option(
    "--from-table",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Office table to bring in at once. 接着导入的办公表格。",
)
@click.option("--no-input", is_flag=True, help="Ask nothing; for scripts. 不提问，供脚本使用。")
@shared_options
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 - click hands over each option
    ctx: click.Context,
    folder: Path,
    place_id: str | None,
    zh: str,
    en: str,
    level: str | None,
    parents: tuple[str, ...],
    base: str | None,
    site_name: str,
    site_name_en: str,
    operator: str,
    operator_en: str,
    address: str,
    from_table: Path | None,
    no_input: bool,  # noqa: FBT001
) -> int:
    """Start a register in an empty FOLDER: settings, your place, a first list, an example.

    在一个空文件夹里开始自己的登记库：设置、本地、第一版清单、示例，检查无误，可以直接生成网站。
    """
    from bps.start import first_files, refuse_full, write_register
    from bps.start.wishes import two

    session: Session = ctx.obj
    refuse_full(folder)
    asks = _Asks(session, on=not no_input and sys.stdin.isatty())
    below = _Base.named(asks.base(base), folder)
    answers = asks.place(place_id, zh, en, level, below.registry)
    wishes = _wishes(session, answers, asks.parents(answers, parents, below.registry), below)
    wishes = replace(
        wishes,
        example=from_table is None,
        areas=_areas(from_table) if from_table is not None and not wishes.scheme else (),
        site_name=two(
            asks.word(site_name, "网站名称", "Name of the site", _site_zh(wishes)),
            site_name_en or _site_en(wishes),
        ),
        operator=two(
            asks.word(operator, "主办单位（可空）", "Operator (may be empty)"), operator_en
        ),
        address=asks.word(address, "网站网址（可空）", "Address of the site (may be empty)"),
    )
    written = write_register(folder, first_files(wishes))
    session.remark(
        f"已在 {folder.resolve()} 写入 {len(written)} 个文件。",
        f"Files written in {folder.resolve()}: {len(written)}.",
    )
    own = replace(session, root=folder)
    code = _brought_in(ctx, own, wishes, from_table) if from_table is not None else 0
    _say_check(own, folder)
    if session.is_json:
        session.emit({"folder": str(folder), "files": list(written), "list": wishes.list_id})
    return code


@dataclass(frozen=True, slots=True)
class _Base:
    """The register to stand on: how `bps.toml` names it, and its records."""

    named_as: dict[str, str]
    registry: Registry | None

    @classmethod
    def named(cls, base: str, folder: Path) -> _Base:
        """Open the base that somebody named.

        Raises:
            UsageError: If there is none at that place, or it cannot be used.
        """
        if not base:
            return cls({}, None)
        from bps.bases import base_folder, base_setting
        from bps.config import BaseConfig
        from bps.pipeline import open_register

        setting = base_setting(base, root=folder)
        found = base_folder(
            BaseConfig(path=setting.get("path", ""), package=setting.get("package", "")),
            root=folder,
        )
        return cls(setting, open_register(found, rules=False).registry)


@dataclass(frozen=True, slots=True)
class _Asks:
    """Questions for what no option gave."""

    session: Session
    on: bool

    def word(self, given: str, zh: str, en: str, usual: str = "") -> str:
        """A word: as given, else as answered, else the usual one."""
        if given or not self.on:
            return given or usual
        answer: str = click.prompt(
            self.session.pick(zh, en), default=usual, show_default=bool(usual), err=True
        )
        return answer.strip()

    def base(self, given: str | None) -> str:
        """The base, which may be none."""
        return self.word(
            given or "",
            "依托的登记库：文件夹或数据包（没有就直接回车）",
            "Register to stand on: folder or package (none: just press Enter)",
        )

    def place(
        self, place_id: str | None, zh: str, en: str, level: str | None, registry: Registry | None
    ) -> tuple[str, str, str, str, bool]:
        """Id, names and level of the place, and whether a base has it."""
        found = self.word(
            place_id or "",
            "本地的编号（小写拼音，如 zhushan）",
            "Id of your place, such as zhushan",
        )
        known = registry.find("jurisdiction", found) if registry is not None else None
        if known is not None:
            # A name falls back to the other language; only what is written counts here.
            return found, known.name.zh or "", known.name.en or "", known.level, True
        from bps.start import LEVELS

        zh = self.word(zh, "中文名", "Name in Chinese")
        en = self.word(en, "英文名（可空）", "Name in English")
        level = self.word(
            level or "",
            f"层级（{'、'.join(LEVELS)}）",
            f"Level ({', '.join(LEVELS)})",
            "county" if self.on else "",
        )
        missing = [
            option
            for option, value in (("--place", found), ("--name", zh or en), ("--level", level))
            if not value
        ]
        if missing:
            listed = ", ".join(missing)
            raise UsageError(
                f"还缺 {listed.replace(', ', '、')}：请写上，或在终端里运行 bps init 逐项回答。",
                f"Missing: {listed}. Give them, or run bps init in a terminal and answer.",
            )
        return found, zh, en, level, False

    def parents(
        self,
        place: tuple[str, str, str, str, bool],
        given: tuple[str, ...],
        registry: Registry | None,
    ) -> tuple[str, ...]:
        """The places above, nearest first, until a base knows the rest or a country is reached."""
        if given or not self.on or place[-1]:
            return given
        found: list[str] = []
        level = place[3]
        while level != _COUNTRY:
            answer = self.word(
                "",
                "上级地区：编号，或 编号:层级:中文名:英文名（没有就直接回车）",
                "Place above: id, or id:level:Chinese:English (none: just press Enter)",
            )
            if not answer:
                break
            found.append(answer)
            if registry is not None and registry.find("jurisdiction", answer) is not None:
                break
            level = [*re.split("[:：]", answer), ""][1]
        return tuple(found)


def _wishes(
    session: Session,
    place: tuple[str, str, str, str, bool],
    parents: tuple[str, ...],
    base: _Base,
) -> Wishes:
    from bps.start import LEVELS, Place, Wishes, place_of

    own = Place(place[0], place[3], place[1], place[2])
    if own.level not in LEVELS:
        raise UsageError(
            f"没有“{own.level}”这个层级；可选：{'、'.join(LEVELS)}。",
            f'There is no level "{own.level}"; choose from {", ".join(LEVELS)}.',
        )
    new = [] if place[-1] else [own]
    chain = []
    for text in parents:
        known = base.registry.find("jurisdiction", text) if base.registry is not None else None
        if known is None:
            new.append(place_of(text))
        chain.append(known.id if known is not None else new[-1].id)
    return Wishes(
        place=own,
        parents=tuple(chain),
        new_places=tuple(new),
        today=dt.datetime.now(tz=dt.UTC).astimezone().date().isoformat(),
        language=session.lang,
        base=base.named_as,
        scheme=_scheme(base.registry),
        site_name={},
        operator={},
    )


def _scheme(registry: Registry | None) -> str:
    """The scheme of areas that most items of the base use."""
    if registry is None:
        return ""
    counts: dict[str, int] = {}
    for item in registry.iter("item"):
        scheme = (item.domain or "").partition("/")[0]
        counts[scheme] = counts.get(scheme, 0) + bool(scheme)
    return min(counts, key=lambda each: (-counts[each], each), default="")


def _site_zh(wishes: Wishes) -> str:
    return f"{wishes.place.zh}基本公共服务" if wishes.place.zh else ""


def _site_en(wishes: Wishes) -> str:
    return f"Basic public services of {wishes.place.en}" if wishes.place.en else ""


def _areas(table: Path) -> tuple[str, ...]:
    """Areas that a table prints, for the scheme of a register without a base."""
    from bps.intake.mapping import Mapping
    from bps.intake.read import read_office_file
    from bps.intake.understand import understand

    understood = understand(read_office_file(table), mapping=Mapping())
    return tuple(dict.fromkeys(row.area for row in understood.rows if row.area))


def _brought_in(ctx: click.Context, own: Session, wishes: Wishes, table: Path) -> int:
    """Go on with the import, as `bps import` does."""
    from bps.cli import import_table

    ctx.obj = own
    answers = own.root / _ANSWERS
    result: int = ctx.invoke(
        import_table.command,
        file=table,
        list_id=wishes.list_id,
        write_mapping=answers,
        create_units=True,
        yes=True,
    )
    if answers.is_file():
        own.remark(
            f"表格还没有导入。答完后运行：bps import {table} --list {wishes.list_id} "
            f"--mapping {answers} --create-units --root {own.root}",
            "The table is not brought in yet. When the questions are answered, run: bps import "
            f"{table} --list {wishes.list_id} --mapping {answers} --create-units --root {own.root}",
        )
    return result


def _say_check(own: Session, folder: Path) -> None:
    counts = own.open().report.summary()
    own.remark(
        f"检查：{counts['records']} 条记录，{counts['errors']} 个错误，{counts['warnings']} 个警告，"
        f"{counts['notices']} 个提示。",
        f"Checked: {counts['records']} records, {counts['errors']} errors, "
        f"{counts['warnings']} warnings, {counts['notices']} notices.",
    )
    there = "" if folder == Path() else f" --root {folder}"
    own.remark(
        f"接下来：bps serve{there} 在浏览器里看，bps build{there} 生成网站；怎么写见 README.md。",
        f"Next: bps serve{there} to look at it, bps build{there} for the site; README.en.md says more.",
    )
