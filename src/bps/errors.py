"""What goes wrong outside the data: wrong use, wrong configuration, faults of our own.

Faults in the data are never raised: they are findings (`bps.findings`).
"""

from __future__ import annotations

from bps.findings import CODES, Words


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


def _list_hint(type_name: str) -> tuple[str, str]:
    command = f"bps list {type_name}"
    return f"；{command} 列出已有的编号。", f"; {command} shows the ids there are."


class InternalError(BpsError):
    """A fault of this program; asks for a report."""
