"""Tokens for engines that look up whole words: the same terms that the plan asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.search.lexicon import LONGEST_TERM

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bps.search.lexicon import Lexicon
    from bps.search.plan import Plan


def tokens_of(match_text: str, lexicon: Lexicon) -> list[str]:
    """Every known term in a match text, single characters included.

    Args:
        match_text: Text with Han runs between bars and stems between spaces.
        lexicon: Known terms.

    Returns:
        The tokens in reading order; overlapping terms all come.
    """
    found: list[str] = []
    for part in match_text.split("|"):
        for run in part.split(" "):
            if run.isascii():
                found += [run] if run else []
            else:
                found += _known_terms(run, lexicon)
    return found


def _known_terms(run: str, lexicon: Lexicon) -> list[str]:
    return [
        term
        for start in range(len(run))
        for end in range(start + 1, min(len(run), start + LONGEST_TERM) + 1)
        if end == start + 1 or run[start:end] in lexicon.known
        for term in (run[start:end],)
    ]


def wanted_tokens(plan: Plan, lexicon: Lexicon) -> dict[str, float]:
    """Tokens of a plan with how much each counts."""
    wanted: dict[str, float] = {}
    for group in plan.groups:
        for alternative in group.alternatives:
            for token in _split_terms(alternative.terms, lexicon):
                value = group.weight * alternative.trust
                wanted[token] = max(value, wanted.get(token, 0.0))
    return wanted


def _split_terms(terms: Iterable[str], lexicon: Lexicon) -> list[str]:
    """Terms as tokens: what is no single token is looked for by its words."""
    tokens: list[str] = []
    for term in terms:
        for part in term.replace("|", " ").split(" "):
            if part.isascii() or len(part) == 1 or part in lexicon.known:
                tokens += [part] if part else []
            else:
                tokens += lexicon.segment(part)
    return tokens
