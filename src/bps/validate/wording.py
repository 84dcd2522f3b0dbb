"""What a schema's complaint means, in words of our own: never the validator's text."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from bps.findings import CODES, Finding, Place, Words
from bps.load.marks import escape
from bps.model import FORWARDING_KINDS, Forwarding, RecordType
from bps.validate.patterns import PATTERN_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bps.load import RawRecord
    from bps.validate.schemas import Schemas

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
            return Words(f"{title.zh}记录", f"the record ({title.en})")
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
    return Words("列表", "a list") if isinstance(value, list) else Words("若干键", "a mapping")


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
        bound = Words(f"只有 {limit} 项", f"{limit} only")
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
