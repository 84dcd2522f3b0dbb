"""The properties of a record type, read from its schema, as every builder here needs them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bps.findings.words import Words
from bps.model import RECORD_TYPES
from bps.schema import build_schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_REFERENCE = "#/$defs/"


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a record or of a part of one.

    Attributes:
        key: Key in the file.
        title: Short title.
        description: What the value means.
        required: Whether it must be there.
        shape: Its schema.
    """

    key: str
    title: Words
    description: Words
    required: bool
    shape: Mapping[str, Any]

    @property
    def many(self) -> bool:
        """Whether the value is a list."""
        return self.shape.get("type") == "array"

    @property
    def single(self) -> Mapping[str, Any]:
        """Schema of the value, or of one entry of the list."""
        return self.shape["items"] if self.many else self.shape

    @property
    def part(self) -> str | None:
        """Name of the definition that describes the value, if it is a mapping of its own."""
        reference = self.single.get("$ref")
        return reference.removeprefix(_REFERENCE) if reference else None

    @property
    def reference(self) -> str | None:
        """Type of the record that the value names, if it names one."""
        return self.single.get("x-ref")

    @property
    def choices(self) -> tuple[str, ...]:
        """The words that are allowed, if only some are."""
        return tuple(str(choice) for choice in self.single.get("enum", ()))

    @property
    def example(self) -> Any:
        """An example of the value."""
        return self.shape.get("examples", [None])[0]


@dataclass(frozen=True, slots=True)
class Part:
    """A record type, or a mapping that stands inside records.

    Attributes:
        name: Name of the definition in the schema.
        title: Short title.
        description: What it is.
        properties: Its properties in the order of the file.
    """

    name: str
    title: Words
    description: Words
    properties: tuple[Property, ...]


def titled(schema: Mapping[str, Any]) -> Words:
    """Title of a schema in both languages."""
    return Words(schema["x-title-zh"], _english(schema, "title"))


def described(schema: Mapping[str, Any]) -> Words:
    """Description of a schema in both languages."""
    return Words(schema["x-description-zh"], _english(schema, "description"))


def _english(schema: Mapping[str, Any], key: str) -> str:
    """A text of a schema; a definition that properties point at has it under a name of our own."""
    text: str = schema.get(key) or schema[f"x-{key}-en"]
    return text


def record_part(type_name: str) -> Part:
    """The record itself, as a part."""
    return find_parts(type_name)[RECORD_TYPES[type_name].model.__name__]


def find_parts(type_name: str) -> Mapping[str, Part]:
    """Every part of the records of one type, by name."""
    definitions = build_schema(type_name)["$defs"]
    return {name: _part(name, schema) for name, schema in definitions.items()}


def iter_inner_parts(type_name: str) -> Iterator[Part]:
    """The parts that a record of this type uses, itself left out, in the order of first use."""
    parts = find_parts(type_name)
    waiting, seen = [record_part(type_name)], set[str]()
    while waiting:
        for each in waiting.pop(0).properties:
            if each.part is not None and each.part not in seen:
                seen.add(each.part)
                waiting.append(parts[each.part])
                yield parts[each.part]


def _part(name: str, schema: Mapping[str, Any]) -> Part:
    required = schema.get("required", ())
    return Part(
        name=name,
        title=titled(schema),
        description=described(schema),
        properties=tuple(
            Property(
                key=key,
                title=titled(shape),
                description=described(shape),
                required=key in required,
                shape=shape,
            )
            for key, shape in schema.get("properties", {}).items()
        ),
    )
