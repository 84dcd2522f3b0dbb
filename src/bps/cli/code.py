"""`bps code`: take the code of a Chinese standard apart."""

from __future__ import annotations

import datetime as dt

import click

from bps.cli.shared import Session, shared_options


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
    from bps.codes import CLASS_TITLES, MANDATE_TITLES, parse_code

    year = dt.datetime.now(tz=dt.UTC).astimezone().year
    code = parse_code(text, today_year=year)
    if session.is_json:
        session.emit(code.as_json(language=session.lang))
    elif not code.is_valid:
        reason = code.reason
        session.say(
            f"“{text}”不是标准编号：{reason.zh if reason else ''}",
            f'"{text}" is no code of a standard: {reason.en if reason else ""}',
        )
    else:
        kind, mandate = CLASS_TITLES[code.class_], MANDATE_TITLES[code.mandate or "mandatory"]
        session.say(
            f"{code.canonical}  {kind.zh}，{mandate.zh}",
            f"{code.canonical}  {kind.en}, {mandate.en}",
        )
        if code.reason:
            session.say(code.reason.zh, code.reason.en)
    return 0 if code.is_valid else 1
