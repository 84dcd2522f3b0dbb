"""The refusals that all readers share."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from bps.intake.grid import MAX_ROWS
from bps.intake.notice import IntakeError, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator


def too_many_rows(sheet: str) -> IntakeError:
    """The refusal of a table that is too long to be a list."""
    return IntakeError(
        f"超过{MAX_ROWS}行，不像一份清单；请删去空行或拆分后再导入",
        f"More than {MAX_ROWS} rows, which is no list; remove empty rows or split the table",
        spot=Spot(sheet),
    )


def too_many_pages(name: str, limit: int) -> IntakeError:
    """The refusal of a document that is too long to be a list."""
    return IntakeError(
        f"{name} 超过{limit}页，请拆分后再导入",
        f"{name} has more than {limit} pages; split it before the import",
    )


def scanned(name: str) -> IntakeError:
    """The refusal of pages that are pictures."""
    return IntakeError(
        f"{name} 是扫描件，只有图像没有文字；请取得原来的 Word、Excel 文件，或先做文字识别",
        f"{name} is a scan: pictures without text; get the Word or Excel file it was made "
        "from, or have its text recognised first",
    )


def damaged(name: str) -> IntakeError:
    """The refusal of a file that is not whole."""
    return IntakeError(
        f"{name} 已损坏，无法打开；请从原单位重新取得",
        f"{name} is damaged and cannot be opened; get it again from its owner",
    )


@contextmanager
def heavy(format_name: str, name: str) -> Iterator[None]:
    """Say what to install where the library for a format is missing.

    Args:
        format_name: The format, as people call it.
        name: Name of the file.

    Raises:
        IntakeError: If an import inside fails.
    """
    try:
        yield
    except ImportError:
        raise IntakeError(
            f"{name} 是 {format_name} 文件，还缺读取它的组件；请运行 make site，或 pip install 'bps[intake]'",
            f"{name} is a file of {format_name}; the reader for it is missing: "
            "run make site, or pip install 'bps[intake]'",
        ) from None
