"""What a schema's complaint means, in words of our own: never the validator's text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from bps.findings import CODES, Finding, Words
from bps.load.marks import escape
from bps.validate.complaint import Complaint, written
from bps.validate.patterns import PATTERN_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# A word is offered instead of another when at most this share of it differs.
_LIKENESS = 0.6
_MANY = 12
_TYPES = {
    "string": Words("文字", "text"),
    "integer": Words("整数", "a whole number"),
    "number": Words("数字", "a number"),
    "boolean": Words("true 或 false", "true or false"),
    "array": Words("列表（[…] 或“- ”开头的各行）", 'a list ([…] or lines that begin with "- ")'),
    "object": Words("若干“键: 值”", '"key: value" lines'),
    "null": Words("空", "nothing"),
}


def nearest(word: str, choices: Sequence[str]) -> str | None:
    """The choice most like a word, when one is like it."""
    found = process.extractOne(
        word,
        choices,
        scorer=DamerauLevenshtein.normalized_similarity,
        score_cutoff=_LIKENESS,
    )
    return found[0] if found else None


def did_you_mean(word: str) -> Words:
    """The advice when one choice is close to what was written."""
    return Words(f"是否指“{word}”？", f'did you mean "{word}"?')


def _listed(words: Sequence[str]) -> Words:
    shown = list(words)[:_MANY]
    more = len(words) - len(shown)
    return Words(
        "、".join(shown) + (f" 等 {len(words)} 个" if more else ""),
        ", ".join(shown) + (f" and {more} more" if more else ""),
    )


def _required(fault: Complaint) -> list[Finding]:
    key = fault.detail["property"]
    node = fault.node().get("properties", {}).get(key, {})
    examples = node.get("examples") or ["…"]
    code = CODES["missing-key"]
    return [
        code.at(
            fault.place(),
            where=fault.where(),
            key=key,
            title=Words(node.get("x-title-zh", key), node.get("title", key)),
            example=f"{key}: {fault.written_as(examples[0], node)}",
        )
    ]


def _additional(fault: Complaint) -> list[Finding]:
    allowed = list(fault.node().get("properties", {}))
    findings = []
    for key in fault.detail["unexpected"]:
        typed, wide, _ = key.partition("：")
        if wide and typed in allowed:
            place = fault.place(pointer=f"{fault.pointer}/{escape(key)}", at_key=True)
            findings.append(CODES["full-width-colon"].at(place, key=typed))
            continue
        close = nearest(key, allowed)
        findings.append(
            CODES["unknown-key"].at(
                fault.place(pointer=f"{fault.pointer}/{escape(key)}", at_key=True),
                where=fault.where(),
                key=key,
                allowed=_listed(allowed),
                fix=did_you_mean(close) if close else None,
            )
        )
    return findings


def _type(fault: Complaint) -> list[Finding]:
    value, wanted = fault.value, fault.detail["types"]
    if value is None:
        return [CODES["empty-value"].at(fault.place(at_key=True), where=fault.where())]
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if wanted == ["string"] and is_number:
        return [CODES["unquoted-number"].at(fault.place(), where=fault.where(), given=value)]
    return [
        CODES["wrong-type"].at(
            fault.place(),
            where=fault.where(),
            expected=_TYPES[wanted[0]],
            given=_kind_of(value),
            example=f"{fault.instance_path[-1]}: {fault.example()}"
            if fault.instance_path and isinstance(fault.instance_path[-1], str)
            else fault.example(),
        )
    ]


def _kind_of(value: Any) -> Words:
    if isinstance(value, str):
        return Words(f"文字“{value[:40]}”", f'the text "{value[:40]}"')
    if isinstance(value, (bool, int, float)):
        return Words(written(value), written(value))
    return Words("列表", "a list") if isinstance(value, list) else _TYPES["object"]


def _enum(fault: Complaint) -> list[Finding]:
    options = [str(option) for option in fault.detail["options"]]
    given = fault.value
    if given is None or isinstance(given, (list, dict)):
        fault.detail["types"] = ["string"]
        return _type(fault)
    close = nearest(str(given), options) if isinstance(given, str) else None
    if isinstance(given, int) and str(given) in options:
        return [CODES["unquoted-number"].at(fault.place(), where=fault.where(), given=given)]
    return [
        CODES["value-not-allowed"].at(
            fault.place(),
            where=fault.where(),
            given=given,
            allowed=_listed(options),
            fix=did_you_mean(close) if close else None,
        )
    ]


def _pattern(fault: Complaint) -> list[Finding]:
    general = Words("规定的写法", "in the prescribed form")
    return [
        CODES["wrong-form"].at(
            fault.place(),
            where=fault.where(),
            given=fault.value,
            expected=PATTERN_WORDS.get(fault.detail["pattern"], general),
            example=fault.example(),
        )
    ]


def _empty(fault: Complaint) -> list[Finding]:
    return [CODES["empty-list"].at(fault.place(), where=fault.where())]


def _too_long(fault: Complaint) -> list[Finding]:
    code = CODES["text-too-long"]
    limit = fault.detail["limit"]
    return [code.at(fault.place(), where=fault.where(), length=len(fault.value), limit=limit)]


def _range(fault: Complaint) -> list[Finding]:
    limit = fault.detail["limit"]
    bound = Words(f"不小于 {limit}", f"at least {limit}")
    if fault.keyword == "maximum":
        bound = Words(f"不大于 {limit}", f"at most {limit}")
    code = CODES["number-out-of-range"]
    return [code.at(fault.place(), where=fault.where(), given=fault.value, bound=bound)]


def _count(fault: Complaint) -> list[Finding]:
    if not fault.value:
        return _empty(fault)
    limit = fault.detail["limit"]
    bound = Words(f"至少 {limit} 项", f"at least {limit}")
    if fault.keyword.startswith("max"):
        bound = Words(f"至多 {limit} 项", f"at most {limit}")
    code = CODES["wrong-count"]
    return [code.at(fault.place(), where=fault.where(), given=len(fault.value), bound=bound)]


def _repeated(fault: Complaint) -> list[Finding]:
    return [CODES["repeated-entry"].at(fault.place(), where=fault.where())]


def _general(fault: Complaint) -> list[Finding]:
    return [
        CODES["wrong-shape"].at(
            fault.place(),
            where=fault.where(),
            schema=f"schema/v1/{fault.kind.name}.schema.json",
            example=fault.example(),
        )
    ]


_WORDINGS: dict[str, Callable[[Complaint], list[Finding]]] = {
    "required": _required,
    "additionalProperties": _additional,
    "type": _type,
    "enum": _enum,
    "pattern": _pattern,
    "minLength": _empty,
    "maxLength": _too_long,
    "minItems": _count,
    "maxItems": _count,
    "minProperties": _count,
    "maxProperties": _count,
    "minimum": _range,
    "maximum": _range,
    "uniqueItems": _repeated,
}


def worded(fault: Complaint) -> list[Finding]:
    """The findings for one error of the validator."""
    return _WORDINGS.get(fault.keyword, _general)(fault)
