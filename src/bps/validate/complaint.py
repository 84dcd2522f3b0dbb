"""One error of the validator, with the texts of the schema around it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bps.findings import Place, Words
from bps.load.marks import escape
from bps.model import FORWARDING_KINDS, Forwarding, RecordType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bps.load import RawRecord
    from bps.validate.schemas import Schemas


@dataclass(frozen=True, slots=True)
class Complaint:
    """One error of the validator, with what is needed to put it in words.

    Attributes:
        raw: The record.
        kind: Type of the record.
        schemas: All schemas.
        keyword: Keyword of the schema that failed.
        detail: What the keyword says, such as the limit or the choices.
        instance_path: Keys and indexes to the value.
        schema_path: Keys to the keyword in the schema.
        value: The value.
    """

    raw: RawRecord
    kind: RecordType
    schemas: Schemas
    keyword: str
    detail: dict[str, Any]
    instance_path: Sequence[str | int]
    schema_path: Sequence[str | int]
    value: Any

    @property
    def pointer(self) -> str:
        """JSON Pointer of the value."""
        return "".join(f"/{escape(str(part))}" for part in self.instance_path)

    @property
    def record(self) -> str | None:
        """Id of the record, when it has one that is text."""
        found = self.raw.data.get("id")
        return found if isinstance(found, str) else None

    def node(self) -> dict[str, Any]:
        """The part of the schema that failed."""
        return self.schemas.node(self.kind.name, list(self.schema_path[:-1]))

    def place(self, *, pointer: str | None = None, at_key: bool = False) -> Place:
        """Where the fault is: at the value, or at the key."""
        where = self.pointer if pointer is None else pointer
        mark = self.raw.marks.key(where) if at_key else self.raw.marks.value(where)
        return Place(self.raw.path, mark.line, mark.column, where, self.record)

    def where(self) -> Words:
        """The key that holds the value, with its title; for the whole record, its type."""
        names = [part for part in self.instance_path if isinstance(part, str)]
        if not names:
            title = self.kind.title
            return Words(f"{title.zh}记录", f"the {title.en} record")
        last = self.instance_path[-1]
        title_zh, title_en = self._titles(names[-1])
        if isinstance(last, int):
            return Words(
                f"“{names[-1]}”{title_zh}的第 {last + 1} 项",
                f'entry {last + 1} of "{names[-1]}"{title_en}',
            )
        return Words(f"“{names[-1]}”{title_zh}", f'"{names[-1]}"{title_en}')

    def _titles(self, name: str) -> tuple[str, str]:
        """Titles of a key in brackets, from the schema that describes it."""
        node = self._property()
        if not node.get("title") or node["title"].lower() == name:
            return (f"（{node['x-title-zh']}）" if node.get("x-title-zh") else "", "")
        return f"（{node.get('x-title-zh', '')}）", f" ({node['title']})"

    def _resolved(self, node: dict[str, Any]) -> dict[str, Any]:
        """A node, or the definition it points at."""
        reference = node.get("$ref")
        if reference is None:
            return node
        return self.schemas.node(self.kind.name, ["$defs", reference.rpartition("/")[2]])

    def _property(self) -> dict[str, Any]:
        """The property that holds the value, or the list the value stands in."""
        forwarding = self.raw.data.get("kind") in FORWARDING_KINDS
        model = Forwarding if forwarding else self.kind.model
        node = self.schemas.node(self.kind.name, ["$defs", model.__name__])
        found = node
        for part in self.instance_path:
            inner = self._resolved(node)
            if isinstance(part, str):
                node = found = inner.get("properties", {}).get(part, {})
            else:
                node = inner.get("items", {})
        return found

    def example(self) -> str:
        """A value that would do, as it is written in a file."""
        found = self._property()
        examples = found.get("examples")
        if not examples:
            return "…"
        example = examples[0]
        if self.instance_path and isinstance(self.instance_path[-1], int):
            example = example[0] if isinstance(example, list) else example
        return self.written_as(example, found)

    def written_as(self, value: Any, node: dict[str, Any]) -> str:
        """A value as it may be written in a record, its keys in the order of the schema."""
        shape = self._resolved(node)
        if isinstance(value, dict):
            properties = shape.get("properties", {})
            keys = [*(key for key in properties if key in value), *value.keys() - properties.keys()]
            inside = (
                f"{key}: {self.written_as(value[key], properties.get(key, {}))}" for key in keys
            )
            return "{" + ", ".join(inside) + "}"
        if isinstance(value, list):
            entries = shape.get("items", {})
            return "[" + ", ".join(self.written_as(entry, entries) for entry in value) + "]"
        return written(value)


def written(value: Any) -> str:
    """A single value as it may be written in a record."""
    if isinstance(value, str) and not (value[:1].isdigit() or value in ("yes", "no")):
        return value
    return json.dumps(value, ensure_ascii=False)
