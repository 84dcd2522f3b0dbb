"""Read a query: from what a person typed to a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bps.search.ages import read_ages
from bps.search.letters import read_letters
from bps.search.normalise import code_key, is_han, shorten, split_runs, squeeze
from bps.search.plan import Alternative, Group, Plan
from bps.search.weight import stands_somewhere, weigh

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bps.search.index import SearchIndex
    from bps.search.lexicon import Lexicon

# Near spellings are tried over at most so many neighbouring parts.
WIDEST_WINDOW: Final = 6
MOST_PARTS: Final = 24
# From this length on, a term with one other character is meant; shorter ones must sound the same.
SURE: Final = 4
PAIR: Final = 2
SHORTEST_CODE: Final = 3
YEAR: Final = 4


def make_plan(query: str, index: SearchIndex) -> Plan:
    """Read a query.

    Args:
        query: What a person typed.
        index: The index whose words it is read against.

    Returns:
        The plan; the same in the browser.
    """
    asked = squeeze(shorten(query))
    normal = index.normalise(asked)
    codes, rest = _find_codes(normal, index)
    ages, rest = read_ages(rest)
    groups = [group for typed, word in ages for group in _age_group(typed, word, index)]
    unknown: list[str] = []
    kept: list[str] = []
    for stretch in _stretches(rest):
        if is_han(stretch[0]):
            read, lost, wanted = _read_han(stretch[0], index)
        else:
            read, lost, wanted = read_letters(stretch, index)
        groups += read
        unknown += lost
        kept += wanted
    return Plan(
        query=asked,
        phrase=code_key("".join(kept)),
        codes=codes,
        groups=tuple(_unique(groups))[:MOST_PARTS],
        unknown=tuple(dict.fromkeys(unknown)),
    )


def _age_group(typed: str, word: str, index: SearchIndex) -> list[Group]:
    alternatives = (Alternative((word,), "meaning"),)
    if not stands_somewhere(alternatives[0], index):
        return []
    return [Group(typed, alternatives, weigh(alternatives, index))]


def _unique(groups: Sequence[Group]) -> list[Group]:
    return list({group.typed: group for group in groups}.values())


def _find_codes(normal: str, index: SearchIndex) -> tuple[tuple[str, ...], str]:
    """Find a standard code in the query and give back the words around it."""
    key = code_key(normal)
    if not any(character.isdigit() for character in key) or len(key) < SHORTEST_CODE:
        return (), normal
    spellings = index.code_keys
    inside = [spelling for spelling in spellings if _holds(key, spelling)]
    if inside:
        longest = max(map(len, inside))
        keys = [
            each for spelling in inside if len(spelling) == longest for each in spellings[spelling]
        ]
        return tuple(dict.fromkeys(keys)), " ".join(
            run for run in split_runs(normal) if is_han(run)
        )
    begun = [
        each for spelling in spellings if spelling.startswith(key) for each in spellings[spelling]
    ]
    numbered = [
        each
        for spelling, keys in spellings.items()
        if key.isdigit() and spelling.lstrip("abcdefghijklmnopqrstuvwxyz") == key
        for each in keys
    ]
    found = tuple(dict.fromkeys((*numbered, *begun)))
    return found, "" if found and not key.isdigit() else normal


def _holds(key: str, spelling: str) -> bool:
    """Whether a code stands in the query, not followed by more digits than a year has."""
    start = key.find(spelling)
    if start < 0 or (start and key[start - 1].isascii() and key[start - 1].isalnum()):
        return False
    rest = key[start + len(spelling) :]
    digits = len(rest) - len(rest.lstrip("0123456789"))
    return digits in {0, YEAR}


def _stretches(normal: str) -> list[list[str]]:
    """Runs of the query; words of letters that stand side by side stay together."""
    stretches: list[list[str]] = []
    for run in split_runs(normal):
        if stretches and not is_han(run) and not is_han(stretches[-1][0]):
            stretches[-1].append(run)
        else:
            stretches.append([run])
    return stretches


def _read_han(run: str, index: SearchIndex) -> tuple[list[Group], list[str], list[str]]:
    """Read a Han run: groups, unknown parts, and the parts that are no asking words."""
    lexicon = index.lexicon
    pieces = _without_gaps(_in_standard_words(lexicon.segment(run), lexicon), lexicon)
    wanted = [piece for piece in pieces if piece not in lexicon.asking] or pieces
    phrases = _phrases(pieces, lexicon)
    groups: list[Group] = []
    unknown: list[str] = []
    repaired: dict[str, list[Alternative]] = {}
    for phrase in phrases:
        for piece, alternative in _repairs(phrase, index).items():
            repaired.setdefault(piece, []).append(alternative)
    for piece in wanted[:MOST_PARTS]:
        alternatives = [*_meanings(piece, lexicon), *repaired.get(piece, ())]
        alternatives = [each for each in alternatives if stands_somewhere(each, index)]
        if alternatives:
            groups.append(Group(piece, tuple(alternatives), weigh(alternatives, index)))
        elif len(piece) > 1 or piece not in lexicon.asking:
            unknown.append(piece)
    return groups, unknown, wanted


def _in_standard_words(pieces: list[str], lexicon: Lexicon) -> list[str]:
    """Put standard words in place of words of a dialect: 睇病 is read as 看病."""
    if not any(piece in lexicon.dialect for piece in pieces):
        return pieces
    return lexicon.segment("".join(lexicon.dialect.get(piece, piece) for piece in pieces))


def _without_gaps(pieces: list[str], lexicon: Lexicon) -> list[str]:
    """Close the gaps that asking words leave, if that makes words: 打什么针 holds 打针."""
    wanted = [piece for piece in pieces if piece not in lexicon.asking]
    closed = lexicon.segment("".join(wanted))
    return closed if _singles(closed) < _singles(wanted) else pieces


def _singles(pieces: Sequence[str]) -> int:
    return sum(len(piece) == 1 for piece in pieces)


def _phrases(pieces: Sequence[str], lexicon: Lexicon) -> list[list[str]]:
    """Pieces that stand side by side without an asking word between them."""
    phrases: list[list[str]] = [[]]
    for piece in pieces:
        if piece in lexicon.asking:
            phrases.append([])
        else:
            phrases[-1].append(piece)
    return [phrase for phrase in phrases if phrase]


def _meanings(piece: str, lexicon: Lexicon) -> list[Alternative]:
    """The piece itself, what it means officially, and its own words."""
    if len(piece) == 1:
        return []
    found = [Alternative((piece,), "typed")]
    found += [Alternative((official,), "meaning") for official in lexicon.meanings.get(piece, ())]
    parts = _parts(piece, lexicon)
    if parts:
        found.append(Alternative(parts, "part"))
    return found


def _parts(piece: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Words inside a long term: a name of eight characters also finds what holds half of it."""
    if len(piece) < 4:  # noqa: PLR2004 (a word of two or three has no words inside)
        return ()
    inside = lexicon.segment_inside(piece)
    return tuple(each for each in inside if len(each) > 1 and each not in lexicon.asking)


def _repairs(phrase: Sequence[str], index: SearchIndex) -> dict[str, Alternative]:
    """Near spellings for neighbouring parts that together are no known term: by sound, by a slip."""
    repairs: dict[str, Alternative] = {}
    part = list(phrase[:MOST_PARTS])
    for width in range(min(WIDEST_WINDOW, len(part)), 0, -1):
        for find in (_same_sound, _one_slip):
            for start in range(len(part) - width + 1):
                window = part[start : start + width]
                if any(each in repairs for each in window) or _is_sound(window, index):
                    continue
                near = find(window, index, beside=_borders_on_unknown(part, start, width))
                if near:
                    repairs.update(dict.fromkeys(window, Alternative((near,), "near")))
    return repairs


def _is_sound(window: Sequence[str], index: SearchIndex) -> bool:
    """Whether parts need no repair, because they stand somewhere just so."""
    typed = "".join(window)
    if typed in index.lexicon.known:
        return True
    return len(window) > 1 and all(len(each) > 1 for each in window) and index.frequency(typed) > 0


def _same_sound(window: Sequence[str], index: SearchIndex, *, beside: bool) -> str | None:
    """A term that sounds the same; a pair of characters only if a service is called so."""
    typed = "".join(window)
    if len(typed) < SURE and (beside or typed in index.lexicon.ordinary):
        return None
    found = index.lexicon.same_sound(typed)
    return next((term for term in found if len(term) > PAIR or index.names_item(term)), None)


def _one_slip(window: Sequence[str], index: SearchIndex, *, beside: bool) -> str | None:
    """A term with one other character; a short one only if nothing of it was known."""
    typed = "".join(window)
    known = [len(each) > 1 for each in window]
    if beside or (len(typed) < SURE and any(known)) or (len(window) > 1 and all(known)):
        return None
    return next(iter(index.lexicon.one_slip(typed)), None)


def _borders_on_unknown(part: Sequence[str], start: int, width: int) -> bool:
    """Whether a single unknown character stands right beside a window."""
    before, after = (
        part[start - 1 : start] if start else [],
        part[start + width : start + width + 1],
    )
    return any(len(each) == 1 for each in (*before, *after))
