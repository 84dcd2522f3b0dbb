"""The settings of `bps.toml` as a JSON Schema for editors and as a reference page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from bps.config.keys import DAY, OFF, SETTINGS, SEVERITIES, Key, Part
from bps.findings import CODES, INTERNAL
from bps.findings.words import Words
from bps.reference.header import markdown_header
from bps.schema import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

# Beside the schemas of records, which are one for each type.
SETTINGS_SCHEMA: Final = "schema/settings.schema.json"
# First line of a `bps.toml`: editors find the schema by it.
DIRECTIVE: Final = f"#:schema ./{SETTINGS_SCHEMA}"
_SEVERITY_CODE: Final = "translation-missing"
_TITLE = Words("设置参考", "Settings reference")
_INTRODUCTION = Words(
    "`bps.toml` 放在登记库的根文件夹里，写保管人的决定。一项都不写也可以。写错了，`bps check` "
    "会指出在哪一行。文件第一行写上下面这一句，装有 Even Better TOML 的编辑器就能补全和检查：",
    "`bps.toml` stands at the root of a register and holds what its keepers decide. It may be empty, or "
    "missing. `bps check` names the line of a fault. With this first line, an editor with Even Better "
    "TOML completes and checks the file:",
)
_FIRST = ("[register]", 'id = "shenzhen-futian"')
_HEADINGS = Words("设置 | 说明 | 写成", "setting | meaning | written as")
_NEEDED = Words("●", "●")
_MARKED = Words("有 ● 的必须写。", "Those marked ● must be there.")
_MANY = Words("可以有多个。", "There may be several.")


def settings_schema_text() -> str:
    """JSON Schema of `bps.toml`."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:bps:schema:{SCHEMA_VERSION}:settings",
        "title": "Settings of a register 登记库的设置",
        "type": "object",
        "additionalProperties": False,
        "properties": {part.name: _part_schema(part) for part in SETTINGS},
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _part_schema(part: Part) -> dict[str, Any]:
    said = {"description": f"{part.text.zh} {part.text.en}"}
    if not part.keys:
        choices = {"enum": [*SEVERITIES, OFF]}
        codes = {code: choices for code in sorted(CODES) if code != INTERNAL}
        return {**said, "type": "object", "additionalProperties": False, "properties": codes}
    table: dict[str, Any] = {
        "type": "object",
        "additionalProperties": False,
        "properties": {key.name: _key_schema(key) for key in part.keys},
    }
    needed = [key.name for key in part.keys if key.needed]
    if needed:
        table["required"] = needed
    if part.alternatives:
        table["oneOf"] = [{"required": [name]} for name in part.alternatives]
    return {**said, "type": "array", "items": table} if part.rows else {**said, **table}


def _key_schema(key: Key) -> dict[str, Any]:
    said = {"description": f"{key.text.zh} {key.text.en}", "examples": [key.example]}
    if key.kind == "flag":
        return {**said, "type": "boolean"}
    if key.kind == "texts":
        texts = {"zh": {"type": "string"}, "en": {"type": "string"}}
        return {**said, "type": "object", "additionalProperties": False, "properties": texts}
    if key.choices:
        return {**said, "enum": list(key.choices)}
    pattern = DAY if key.kind == "day" else key.pattern
    return {**said, "type": "string", **({"pattern": f"^(?:{pattern})$"} if pattern else {})}


def example_text(part: Part) -> str:
    """A table of settings with an example of each key that may stand beside the others."""
    left_out = set(part.alternatives[1:])
    lines = [part.header]
    lines += [f"{key.name} = {toml(key.example)}" for key in part.keys if key.name not in left_out]
    if not part.keys:
        lines.append(f'{_SEVERITY_CODE} = "{OFF}"')
    return "\n".join(lines) + "\n"


def toml(value: Any) -> str:
    r"""A text, a flag or a text by language as TOML writes it.

    Examples:
        >>> toml({"zh": "甲", "en": 'A "B"'})
        '{zh = "甲", en = "A \\"B\\""}'
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {toml(text)}" for key, text in value.items()) + "}"
    return json.dumps(value, ensure_ascii=False)


def settings_page(language: str) -> str:
    """Markdown of the page that explains every setting.

    Args:
        language: "zh" or "en".

    Returns:
        The whole file.
    """
    lines = [_INTRODUCTION.in_language(language), "", "```toml", DIRECTIVE, "", *_FIRST, "```", ""]
    for part in SETTINGS:
        lines += _section(part, language)
    header = markdown_header("src/bps/config/keys.py", _TITLE.in_language(language))
    return header + "\n".join(lines).rstrip() + "\n"


def _section(part: Part, language: str) -> Iterator[str]:
    end = "。" if language == "zh" else "."
    yield f"## `{part.header}` {{ #{part.name} }}"
    yield ""
    said = f"{part.text.in_language(language)}{end}"
    if part.rows:
        said += ("" if language == "zh" else " ") + _MANY.in_language(language)
    if any(key.needed for key in part.keys):
        said += ("" if language == "zh" else " ") + _MARKED.in_language(language)
    yield said
    yield ""
    if part.keys:
        yield f"| {_HEADINGS.in_language(language)} |"
        yield "|---|---|---|"
        for key in part.keys:
            mark = f" {_NEEDED.in_language(language)}" if key.needed else ""
            meaning = key.text.in_language(language)
            yield f"| `{key.name}`{mark} | {meaning} | {key.form.in_language(language)} |"
        yield ""
    yield from ("```toml", *example_text(part).splitlines(), "```", "")
