"""What answers a query well: matters outside the lists first, and a plain word when nothing does."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from bps.findings.words import Words
from bps.search.normalise import code_key
from bps.search.rank import rank
from bps.search.weight import round_alike

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from bps.search.index import SearchIndex
    from bps.search.plan import Plan
    from bps.search.rank import Ranked

# What answers less of the query than this is no answer to it.
LEAST_EXPLAINED: Final = 0.45
# A matter outside the lists answers before a record that explains no more of the query.
AS_GOOD: Final = 0.95
MOST_MATTERS: Final = 2
# A record whose whole name or plain word was said may explain less: the rest is how people talk.
NAMED_EXPLAINED: Final = 0.2
# A single character that nothing stands for says less than a word.
UNKNOWN_CHARACTER: Final = 0.35
# The best results by score are looked at: one of them may explain more than the first.
LOOKED_AT: Final = 3
# Ways of reaching a term that leave no doubt what was said.
SAID: Final = frozenset({"typed", "meaning", "part", "pinyin"})
# The same sentences stand in `render/assets/search/words.js`.
NOTHING_FITS: Final = Words(
    "这里没有合适的答案。换个说法试试，或打当地政府的热线问。",
    "Nothing here fits well. Try other words, or ask the hotline of your local government.",
)
COME_CLOSE: Final = Words("下面的只是沾边：", "These only come close:")
ELSEWHERE: Final = Words(
    "这件事不在本站的清单里，由下面的单位办：",
    "This is not in the lists of this site. It is handled here:",
)


def explained(plan: Plan, hit: Ranked, index: SearchIndex) -> float:
    """How much of a query a result answers, what nothing stands for included.

    Args:
        plan: The query.
        hit: The result.
        index: Gives the weight of a word that stands nowhere.

    Returns:
        A share from 0 to 1; a code that was typed explains everything.
    """
    if any(reason.where == "code" for reason in hit.reasons):
        return 1.0
    known = sum(group.weight for group in plan.groups)
    each = round_alike(math.log(1 + len(index.entries)))
    lost = sum(each * (UNKNOWN_CHARACTER if len(part) == 1 else 1.0) for part in plan.unknown)
    return hit.share * known / (known + lost)


def matters_for(plan: Plan, hits: Sequence[Ranked], index: SearchIndex) -> tuple[Ranked, ...]:
    """Matters outside the lists that a query is about.

    Args:
        plan: The query.
        hits: Records that were found for it, best first.
        index: Holds the matters.

    Returns:
        The best ones, if one of their names was said in full and no record answers better.
    """
    found = [
        hit
        for hit in rank(plan, index.matters)
        if _says_name(hit, index) and explained(plan, hit, index) >= NAMED_EXPLAINED
    ]
    least = max((hit.score * AS_GOOD for hit in (*hits[:1], *found[:1])), default=0.0)
    return tuple(hit for hit in found[:MOST_MATTERS] if hit.score >= least)


def fits(plan: Plan, hits: Sequence[Ranked], index: SearchIndex) -> bool:
    """Whether one of the first results answers most of the query."""
    return any(
        explained(plan, hit, index) >= (NAMED_EXPLAINED if _names(hit) else LEAST_EXPLAINED)
        for hit in hits[:LOOKED_AT]
    )


def _names(hit: Ranked) -> bool:
    """Whether a word of the query is a whole name, other name or plain word of a result."""
    return any(
        code_key(reason.term) in hit.entry.titles for reason in hit.reasons if reason.how in SAID
    )


def _says_name(hit: Ranked, index: SearchIndex) -> bool:
    """Whether the found words make up one whole name: 残疾人 alone is not 残疾人证."""
    terms = {reason.term for reason in hit.reasons if reason.how in SAID}
    return any(
        _made_of(name, terms, index)
        for field in ("name", "alias")
        for name in hit.entry.fields[field].split("|")
        if name.strip()
    )


def _made_of(name: str, terms: Collection[str], index: SearchIndex) -> bool:
    if name.startswith(" "):
        words = [word for word in name.split() if word not in index.lexicon.asking]
        return bool(words) and all(any(word in term.split() for term in terms) for word in words)
    rest = name
    for term in sorted(terms, key=len, reverse=True):
        rest = rest.replace(term, "")
    return not rest
