"""The mapping file: answers to what a table leaves open."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from bps.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

# "-" as an answer means: leave it empty.
NOTHING: Final = "-"
_KEYS: Final = ("columns", "sheets", "areas", "units", "ids", "counterparts")


@dataclass(frozen=True, slots=True)
class Mapping:
    """Answers of a mapping file.

    Attributes:
        columns: Header to field.
        sheets: Only these sheets; all when empty.
        areas: Area or category as printed to a concept.
        units: Unit as printed to the id of a unit.
        ids: Name of an item to the last part of its id.
        counterparts: Name of an item to the id of its national item.
    """

    columns: dict[str, str] = field(default_factory=dict)
    sheets: tuple[str, ...] = ()
    areas: dict[str, str] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    counterparts: dict[str, str] = field(default_factory=dict)


def read_mapping(path: Path | None) -> Mapping:
    """Read a mapping file.

    Args:
        path: A YAML file with some of the keys columns, sheets, areas, units, ids, counterparts;
            None for no answers.

    Returns:
        The answers.

    Raises:
        UsageError: If the file is no such mapping.
    """
    if path is None:
        return Mapping()
    import yaml

    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "UTF-8"
        raise UsageError(
            f"无法读取对照文件 {path.name}（{reason}）；请存为 UTF-8 文本",
            f"Cannot read the mapping file {path.name} ({reason}); save it as text in UTF-8",
        ) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise UsageError(
            f"对照文件 {path.name} 第{line}行附近的写法不对；每行写“  原文: 编号”",
            f'The mapping file {path.name} is not right near line {line}; write each line as "  printed words: id"',
        ) from None
    if not isinstance(data, dict) or (set(data) - set(_KEYS)):
        known = "、".join(_KEYS)
        raise UsageError(
            f"对照文件 {path.name} 只能有这些键：{known}",
            f"The mapping file {path.name} may have these keys only: {', '.join(_KEYS)}",
        )
    return Mapping(
        sheets=tuple(str(each) for each in data.get("sheets") or ()),
        **{key: _pairs(path, key, data.get(key)) for key in _KEYS if key != "sheets"},
    )


def _pairs(path: Path, key: str, value: Any) -> dict[str, str]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise UsageError(
            f"对照文件 {path.name} 的 {key} 应为“原文: 编号”的列表",
            f"{key} in the mapping file {path.name} must be pairs of printed words and ids",
        )
    return {str(left): str(right) for left, right in value.items()}
