"""`bps code`: take the code of a Chinese standard apart."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from bps.cli.shared import Session, shared_options

if TYPE_CHECKING:
    from bps.codes import StandardCode


@click.command("code")
@click.argument("text", metavar="STRING")
@shared_options
@click.pass_obj
def command(session: Session, text: str) -> int:
    """Read the code of a Chinese standard, STRING, in any spelling.

    Exit code: 0 it is a code, 1 it is none, 2 wrong use.

    读出中国标准编号的各部分；写法不限（全角、缺横线、小写均可）。

    退出码：0 是标准编号，1 不是，2 用法不对。
    """
    from bps.codes import parse_code, parts_of_range

    year = dt.datetime.now(tz=dt.UTC).astimezone().year
    codes = [parse_code(each, today_year=year) for each in parts_of_range(text) or (text,)]
    if session.is_json:
        values = [code.as_json(language=session.lang) for code in codes]
        session.emit(values[0] if len(values) == 1 else values)
    else:
        for code in codes:
            _say(session, text, code)
    return 0 if all(code.is_valid for code in codes) else 1


def _say(session: Session, text: str, code: StandardCode) -> None:
    from bps.codes import CLASS_TITLES, MANDATE_TITLES

    if not code.is_valid:
        reason = code.reason
        session.say(
            f"“{text}”不是标准编号：{reason.zh if reason else ''}",
            f'"{text}" is no code of a standard: {reason.en if reason else ""}',
        )
        return
    kind, mandate = CLASS_TITLES[code.class_], MANDATE_TITLES[code.mandate or "mandatory"]
    session.say(
        f"{code.canonical}  {kind.zh}，{mandate.zh}", f"{code.canonical}  {kind.en}, {mandate.en}"
    )
    if code.reason:
        session.say(code.reason.zh, code.reason.en)
