"""The source record that stands for an imported file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bps.model import RECORD_TYPES
from bps.write import record_text

if TYPE_CHECKING:
    from bps.model import Text


def table_source(source_id: str, *, about: Text | None, file: str, today: str) -> tuple[str, str]:
    """A source record for a table.

    Args:
        source_id: Id of the new record.
        about: Name of the list that the table gives.
        file: Name of the file.
        today: Day of the import, YYYY-MM-DD.

    Returns:
        Path and text.
    """
    title = about.zh if about and about.zh else ""
    english = about.en if about and about.en else ""
    name: dict[str, Any] = {"zh": f"{title}表格文件（{file}）"[:200]}
    if english:
        name["en"] = f"Table file of {english} ({file})"[:200]
    record = {
        "id": source_id,
        "name": name,
        "kind": "project-source",
        "type": "list",
        "language": "zh",
        "retrieved_on": today,
    }
    path = RECORD_TYPES["source"].path_of(source_id)
    return path, record_text("source", path, record)
