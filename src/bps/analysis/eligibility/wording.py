"""Conditions in plain words: one requirement as a phrase, a whole expression as nested clauses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from bps.analysis.eligibility.evaluate import Condition, Requirement, fits_everyone
from bps.analysis.eligibility.table import Key, keys, sentence
from bps.findings.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_OPPOSITE: dict[str, Literal["all", "any"]] = {"all": "any", "any": "all"}


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition as people read it: a phrase, or clauses of which all or one must hold.

    Attributes:
        words: The phrase; None when the clause has parts.
        join: How the parts belong together.
        parts: Clauses below; empty for a phrase.
        everyone: Whether nobody is shut out.
    """

    words: Words | None = None
    join: Literal["all", "any"] = "all"
    parts: tuple[Clause, ...] = ()
    everyone: bool = False


def clause(condition: Condition, *, negated: bool = False) -> Clause:
    """Put an expression into words, without the nesting that says nothing.

    Args:
        condition: Plain form of an expression, as the evaluator takes it.
        negated: Whether it stands below a `not`.

    Returns:
        The clause.

    Examples:
        >>> clause({"all": [{"age": {"min": 60}}, {"household": ["rural"]}]}).parts[1].words.zh
        '农村户口'
    """
    ((name, body),) = condition.items()
    if name == "not":
        return clause(body, negated=not negated)
    if name in {"all", "any"}:
        join = _OPPOSITE[name] if negated else name
        return _joined(join, [clause(part, negated=negated) for part in body])
    if not negated and fits_everyone(name, body):
        return Clause(sentence("open-to-all"), everyone=True)
    return Clause(need(Requirement(name, body, negated)))


def need(requirement: Requirement) -> Words:
    """Say what one requirement asks for, such as "年满60岁"."""
    key = keys()[requirement.key]
    said = _age_need(requirement.values) if key.id == "age" else _values(key, requirement.values)
    return sentence("not").filled(need=said) if requirement.negated else said


def number(value: float) -> str:
    """Write a number without a needless fraction."""
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def _joined(join: Any, parts: Sequence[Clause]) -> Clause:
    """Several clauses as one: what holds for everybody neither adds to "all" nor is only one way."""
    if join == "any" and any(part.everyone for part in parts):
        return next(part for part in parts if part.everyone)
    kept = tuple(dict.fromkeys(_flat(join, parts)))
    if not kept:
        return Clause(sentence("open-to-all"), everyone=True)
    return kept[0] if len(kept) == 1 else Clause(join=join, parts=kept)


def _flat(join: str, parts: Sequence[Clause]) -> Iterator[Clause]:
    for part in parts:
        if part.parts and part.join == join:
            yield from part.parts
        elif not part.everyone:
            yield part


def _values(key: Key, values: Sequence[str]) -> Words:
    if key.some is not None and set(values) == set(key.values) - {"none"}:
        return key.some
    names = [key.values[value] for value in values]
    return key.phrase.filled(
        v=Words(_listed([n.zh for n in names], "zh"), _listed([n.en for n in names], "en"))
    )


def _listed(names: Sequence[str], lang: str) -> str:
    """Join names by commas and one "or"."""
    comma, either = (sentence(each).in_language(lang) for each in ("comma", "or"))
    return either.join(filter(None, [comma.join(names[:-1]), names[-1]]))


def _age_need(bounds: Mapping[str, float]) -> Words:
    low, high = bounds.get("min"), bounds.get("max")
    if low is not None and high is not None:
        return sentence("age-both").filled(min=number(low), max=number(high))
    if low is not None:
        return sentence("age-min").filled(min=number(low))
    if high is not None and float(high).is_integer():
        return sentence("age-max").filled(over=number(high + 1))
    return sentence("age-most").filled(max=number(high or 0))
