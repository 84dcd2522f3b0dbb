"""Questions for a new record, and answers given as options instead."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

from bps.errors import UsageError

if TYPE_CHECKING:
    from bps.cli.shared import Session
    from bps.link import Registry
    from bps.reference.properties import Part, Property

_STEP = re.compile(r"[a-z_]+|[0-9]+")


@dataclass(slots=True)
class Answers:
    """Answers of one person, from options or asked for.

    Attributes:
        session: Language of the questions.
        registry: Records that references must name.
        given: Dotted key to answer, from `--set`.
        asks: Whether to ask for what was not given.
    """

    session: Session
    registry: Registry
    given: dict[str, str] = field(default_factory=dict)
    asks: bool = False

    def part(self, part: Part, parts: dict[str, Part], prefix: str) -> dict[str, Any]:
        """Required values of a mapping, and whatever else was given for it."""
        values: dict[str, Any] = {}
        for each in part.properties:
            key = f"{prefix}{each.key}"
            given = any(name == key or name.startswith(f"{key}.") for name in self.given)
            if each.required or given:
                value = self.value(each, parts, key)
                if value is not None:
                    values[each.key] = value
        if part.name == "Text" and not values:
            values = self._text(prefix)
        return values

    def value(self, each: Property, parts: dict[str, Part], key: str) -> Any:
        """One value: a mapping, a list of one mapping, a list of words, or a word."""
        if each.part is not None:
            inner = self.part(parts[each.part], parts, f"{key}.")
            return [inner] if each.many and inner else inner or None
        answer = self.word(each, key)
        if answer is None:
            return None
        if each.many:
            return [part.strip() for part in answer.split(",") if part.strip()]
        return _typed(each, answer)

    def word(self, each: Property, key: str) -> str | None:
        """One word as given, or as answered."""
        if key in self.given:
            return self._checked(each, key, self.given[key])
        if not self.asks:
            raise UsageError(
                f"缺少“{key}”（{each.title.zh}）：请加 --set {key}=…",
                f'"{key}" ({each.title.en}) is missing: add --set {key}=…',
            )
        while True:
            answer = self._ask(each)
            try:
                return self._checked(each, key, answer)
            except UsageError as error:
                self.session.remark(error.words.zh, error.words.en)

    def _ask(self, each: Property) -> str:
        language = self.session.lang
        click.echo(f"\n{each.description.in_language(language)}", err=True)
        title = each.title.in_language(language)
        if each.choices:
            shown = click.Choice(each.choices)
            answer: str = click.prompt(title, type=shown, err=True)
            return answer
        return click.prompt(title, err=True)

    def _text(self, prefix: str) -> dict[str, str]:
        """Words in Chinese and English, at least one of them."""
        if not self.asks:
            key = prefix.rstrip(".")
            raise UsageError(
                f"缺少“{key}”：请加 --set {key}.zh=…", f'"{key}" is missing: add --set {key}.zh=…'
            )
        key = prefix.rstrip(".")
        pick = self.session.pick
        words: dict[str, str] = {}
        while not words:
            for language, name in (
                ("zh", pick("中文", "Chinese")),
                ("en", pick("英文", "English")),
            ):
                answer = click.prompt(f"{key} · {name}", default="", show_default=False, err=True)
                if answer.strip():
                    words[language] = answer.strip()
        return words

    def _checked(self, each: Property, key: str, answer: str) -> str:
        """The answer, if it is one of the choices or names a record that is there."""
        words = [part.strip() for part in answer.split(",")] if each.many else [answer]
        for word in words:
            if each.choices and word not in each.choices:
                listed = ", ".join(each.choices)
                raise UsageError(
                    f"{key} 不能是“{word}”；可选：{listed}",
                    f'{key} cannot be "{word}"; choose from {listed}',
                )
            if each.reference and not self.registry.resolve(each.reference, word):
                from bps.link.nearest import nearest_id

                near = nearest_id(word, self.registry.ids(each.reference))
                hint_zh, hint_en = (
                    (f"；是否指 {near}？", f"; did you mean {near}?") if near else ("", "")
                )
                raise UsageError(
                    f"{key}：没有“{word}”这条记录{hint_zh}",
                    f'{key}: there is no record "{word}"{hint_en}',
                )
        return answer


def _typed(each: Property, answer: str) -> Any:
    kind = each.single.get("type")
    if kind == "integer" and answer.isdigit():
        return int(answer)
    if kind == "boolean" and answer in {"true", "false"}:
        return answer == "true"
    return answer


def pairs_of(settings: tuple[str, ...]) -> dict[str, str]:
    """Options KEY=VALUE as a mapping.

    Raises:
        UsageError: If one has no "=" or a key that cannot be one.
    """
    found = {}
    for setting in settings:
        key, sign, value = setting.partition("=")
        if not sign or not value or not all(_STEP.fullmatch(part) for part in key.split(".")):
            raise UsageError(
                f"“{setting}”应写成 键=值，如 name.zh=预防接种",
                f'"{setting}" must be written KEY=VALUE, such as name.zh=预防接种',
            )
        found[key] = value
    return found
