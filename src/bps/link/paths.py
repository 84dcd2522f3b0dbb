"""Where a model holds references: worked out once per class, then only walked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from bps.model import Forwarding, Reference, Strict


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


def references_in(record: Strict) -> Iterator[tuple[str, str, str]]:
    """Every reference of a record as (type it names, id, JSON Pointer)."""
    if isinstance(record, Forwarding):
        return iter(())
    return _walk(record, "")


def _walk(model: Strict, pointer: str) -> Iterator[tuple[str, str, str]]:
    for step in steps_of(type(model)):
        held = getattr(model, step.name)
        if held is None or held == ():
            continue
        here = f"{pointer}/{step.key}"
        values = enumerate(held) if step.many else ((None, held),)
        for index, value in values:
            where = here if index is None else f"{here}/{index}"
            if step.target is not None:
                yield step.target, value, where
            else:
                yield from _walk(value, where)
