"""What goes wrong outside the data: wrong use, wrong configuration, faults of our own.

Faults in the data are never raised: they are findings (`bps.findings`).
"""

from __future__ import annotations

import errno
from typing import Final

from bps.findings import CODES, Words

# What a machine refuses, by the number of the refusal. Any other refusal is a fault of our own.
_MACHINE: Final = {
    errno.ENOSPC: Words("磁盘满了，请腾出空间后再试", "the disk is full; make room and try again"),
    errno.EDQUOT: Words("磁盘配额用完了", "the disk quota is used up"),
    errno.EROFS: Words("这个位置只读，不能写入", "this place is read-only"),
    errno.EACCES: Words("没有权限", "permission denied"),
    errno.EPERM: Words("系统不允许这样做", "the system does not permit this"),
    errno.EADDRINUSE: Words(
        "端口已被别的程序占用，请用 --port 换一个",
        "another program uses this port; name another with --port",
    ),
    errno.EMFILE: Words("打开的文件太多", "too many files are open"),
    errno.ENFILE: Words("系统打开的文件太多", "too many files are open on this machine"),
    errno.EIO: Words("磁盘读写出错", "the disk reports a fault"),
    errno.ENOMEM: Words("内存不足", "out of memory"),
}


def machine_fault(error: BaseException) -> Words | None:
    """What the machine refused, in words with the place; None when that is no fault of a machine.

    Args:
        error: What was raised.
    """
    if not isinstance(error, OSError) or error.errno not in _MACHINE:
        return None
    words = _MACHINE[error.errno]
    zh, en = (f"：{error.filename}", f": {error.filename}") if error.filename else ("", "")
    return Words(f"{words.zh}{zh}。", f"{words.en}{en}.")


class BpsError(Exception):
    """Root of every exception of this package; knows its words and its exit code.

    Attributes:
        words: One clear sentence in both languages.
        exit_code: What the command line returns.
    """

    exit_code = 3

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.words = Words(zh, en)


class UsageError(BpsError):
    """The program was asked for something it cannot do, such as a folder without data."""

    exit_code = 2


class ConfigurationError(BpsError):
    """The configuration file cannot be used."""

    exit_code = 2


class UnknownRecord(BpsError, LookupError):  # noqa: N818 - reads as a noun in the interface
    """No record has this id."""

    exit_code = 2

    def __init__(self, type_name: str, record_id: str, nearest: str | None = None) -> None:
        known = CODES.get(f"unknown-{type_name}")
        what = known.title if known else Words("没有这条记录", "Unknown record")
        hint_zh, hint_en = ("。", ".") if known is None else _list_hint(type_name)
        if nearest:
            hint_zh, hint_en = f"；是否指 {nearest}？", f"; did you mean {nearest}?"
        if record_id.strip():
            super().__init__(f"{what.zh}：{record_id}{hint_zh}", f"{what.en}: {record_id}{hint_en}")
        else:
            super().__init__("没有写编号。", "The id is empty.")
        self.type_name = type_name
        self.record_id = record_id
        self.nearest = nearest


class ForwardedRecord(UnknownRecord):
    """The id was in use once; its record has moved, was split or was withdrawn."""

    def __init__(self, type_name: str, record_id: str, targets: tuple[str, ...]) -> None:
        super().__init__(type_name, record_id)
        listed = ", ".join(targets)
        self.words = (
            Words(
                f"{record_id} 已改为 {listed.replace(', ', '、')}。",
                f"{record_id} is now {listed}.",
            )
            if targets
            else Words(
                f"{record_id} 已撤销，没有接替的记录；用 bps show {record_id} 看原因。",
                f"{record_id} was withdrawn and nothing took its place; bps show {record_id} says why.",
            )
        )


def _list_hint(type_name: str) -> tuple[str, str]:
    command = f"bps list {type_name}"
    return f"；{command} 列出已有的编号。", f"; {command} shows the ids there are."


class InternalError(BpsError):
    """A fault of this program; asks for a report."""
