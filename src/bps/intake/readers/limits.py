"""The refusals that all readers share."""

from __future__ import annotations

from bps.intake.grid import MAX_ROWS
from bps.intake.notice import IntakeError, Spot


def too_many_rows(sheet: str) -> IntakeError:
    """The refusal of a table that is too long to be a list."""
    return IntakeError(
        f"超过{MAX_ROWS}行，不像一份清单；请删去空行或拆分后再导入",
        f"More than {MAX_ROWS} rows, which is no list; remove empty rows or split the table",
        spot=Spot(sheet),
    )


def damaged(name: str) -> IntakeError:
    """The refusal of a file that is not whole."""
    return IntakeError(
        f"{name} 已损坏，无法打开；请从原单位重新取得",
        f"{name} is damaged and cannot be opened; get it again from its owner",
    )
