"""A commented full record of each type, to copy and to cut down."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bps.model import RECORD_TYPES
from bps.reference.examples import flow, identity
from bps.reference.header import yaml_header
from bps.reference.properties import find_parts, record_part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bps.reference.properties import Part, Property

FOLDER = "schema/templates"
# A comment wider than this no longer fits beside the tree of an editor.
_WIDTH = 100


def template_path(type_name: str) -> str:
    """Path of the template of one record type."""
    return f"{FOLDER}/{type_name}.yml"


def template_text(type_name: str) -> str:
    """A record of one type with every field, each explained in a comment.

    Args:
        type_name: Key of `RECORD_TYPES`.

    Returns:
        YAML that passes the schema of the type.
    """
    schema_line = f"# yaml-language-server: $schema=../v1/{type_name}.schema.json\n"
    header = yaml_header("src/bps/model")
    advice = (
        "# Every field with an example; keep what you know, remove the rest. ● must be there.\n"
        "# 全部字段及示例；知道的保留，其余删除。有 ● 的必须填写。\n"
    )
    lines = _Writer(find_parts(type_name)).lines(record_part(type_name), identity(type_name))
    return schema_line + header + advice + "\n".join(lines) + "\n"


@dataclass(slots=True)
class _Writer:
    """Writes one template; a part that was explained once is then only shown."""

    parts: Mapping[str, Part]
    explained: set[str] = field(default_factory=lambda: {"Text", "Expression", "AgeRange"})

    def lines(self, part: Part, examples: Mapping[str, Any], indent: int = 0) -> list[str]:
        """Every property of a part with its comment."""
        lines: list[str] = []
        for each in part.properties:
            lines += [f"{' ' * indent}{line}" for line in _comment(each)]
            example = examples.get(each.key, each.example)
            lines += self._property(each, example, " " * indent)
        return lines

    def _property(self, each: Property, example: Any, space: str) -> list[str]:
        inner = self.parts.get(each.part or "")
        if inner is None or inner.name in self.explained:
            return [f"{space}{each.key}: {flow(example)}"]
        self.explained.add(inner.name)
        if not each.many:
            return [f"{space}{each.key}:", *self.lines(inner, {}, len(space) + 2)]
        lines = self.lines(inner, {}, len(space) + 4)
        first = next(at for at, line in enumerate(lines) if not line.lstrip().startswith("#"))
        # The dash goes to the first key, below the comment on it.
        dashed = f"{space}  - {lines[first].strip()}"
        return [f"{space}{each.key}:", *lines[:first], dashed, *lines[first + 1 :]]


def _comment(each: Property) -> list[str]:
    mark = "● " if each.required else ""
    chinese = f"# {mark}{each.title.zh}：{each.description.zh}"
    english = f"#   {each.title.en}: {each.description.en}"
    return [chinese, *_wrapped(english)]


def _wrapped(line: str) -> list[str]:
    lines = [""]
    for word in line.split(" "):
        if len(lines[-1]) + len(word) >= _WIDTH:
            lines.append("#  ")
        lines[-1] += f" {word}" if lines[-1] else word
    return lines


def template_files() -> dict[str, str]:
    """Path and text of every template."""
    return {template_path(name): template_text(name) for name in RECORD_TYPES}
