"""Where a model holds references: worked out once per class, then only walked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from bps.model import Forwarding, Reference, Strict

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Step:
    """One field that holds references, or models that do.

    Attributes:
        name: Attribute of the model.
        key: Key in the file.
        many: Whether the field is a list.
        target: Type of record the string names; None where the field holds models.
        model: Model the field holds; None where it holds references.
    """

    name: str
    key: str
    many: bool
    target: str | None
    model: type[Strict] | None


@cache
def steps_of(model: type[Strict]) -> tuple[Step, ...]:
    """Fields of a model that lead to references."""
    return _steps(model, frozenset())


def _steps(model: type[Strict], above: frozenset[type[Strict]]) -> tuple[Step, ...]:
    found = []
    for name, info in model.model_fields.items():
        key = info.alias or name
        for many, inner in _contents(info.annotation, tuple(info.metadata)):
            if isinstance(inner, Reference):
                found.append(Step(name, key, many, inner.to, None))
            elif inner not in above and _steps(inner, above | {model}):
                found.append(Step(name, key, many, None, inner))
    return tuple(found)


def _contents(
    annotation: Any, metadata: tuple[Any, ...], *, many: bool = False
) -> Iterator[tuple[bool, Any]]:
    """Reference markers and models inside an annotation, each with "stands in a list"."""
    markers = [mark for mark in metadata if isinstance(mark, Reference)]
    if markers:
        yield many, markers[0]
    elif isinstance(annotation, type) and issubclass(annotation, Strict):
        yield many, annotation
    else:
        in_list = many or getattr(annotation, "__origin__", None) is tuple
        inner = getattr(annotation, "__metadata__", ())
        markers = [mark for mark in inner if isinstance(mark, Reference)]
        if markers:
            yield many, markers[0]
            return
        for argument in get_args(annotation):
            yield from _contents(argument, (), many=in_list)


def references_in(record: Strict) -> list[tuple[str, str, str]]:
    """Every reference of a record as (type it names, id, JSON Pointer)."""
    found: list[tuple[str, str, str]] = []
    if not isinstance(record, Forwarding):
        _collect(record, "", found)
    return found


def _collect(model: Strict, pointer: str, found: list[tuple[str, str, str]]) -> None:
    held_by = model.__dict__
    for step in steps_of(model.__class__):
        held = held_by[step.name]
        if not held:
            continue
        here = f"{pointer}/{step.key}"
        target = step.target
        if not step.many:
            if target is not None:
                found.append((target, held, here))
            else:
                _collect(held, here, found)
        elif target is not None:
            for index, value in enumerate(held):
                found.append((target, value, f"{here}/{index}"))
        else:
            for index, value in enumerate(held):
                _collect(value, f"{here}/{index}", found)
