"""Questions for a new record, and answers given as options instead."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

from bps.errors import UsageError
from bps.findings import Words

if TYPE_CHECKING:
    from bps.cli.shared import Session
    from bps.link import Registry
    from bps.reference.properties import Part, Property

# The source that stands for general knowledge.
_NO_DOCUMENT = "general-knowledge"
# What has an option of its own.
_OPTIONS = {"id": "--id", "evidence.source": "--source", "evidence.how": "--how"}
_STEP = re.compile(r"[a-z_]+|[0-9]+")


@dataclass(slots=True)
class Answers:
    """Answers of one person, from options or asked for.

    Attributes:
        session: Language of the questions.
        registry: Records that references must name.
        given: Dotted key to answer, from `--set`.
        asks: Whether to ask for what was not given.
        missing: Dotted key to title of what was neither given nor asked for.
    """

    session: Session
    registry: Registry
    given: dict[str, str] = field(default_factory=dict)
    asks: bool = False
    missing: dict[str, Words] = field(default_factory=dict)

    def part(
        self, part: Part, parts: dict[str, Part], prefix: str, *, title: Words
    ) -> dict[str, Any]:
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
            values = self._text(prefix.rstrip("."), title)
        return values

    def value(self, each: Property, parts: dict[str, Part], key: str) -> Any:
        """One value: a mapping, a list of one mapping, a list of words, or a word."""
        if each.part is not None:
            inner = self.part(parts[each.part], parts, f"{key}.", title=each.title)
            return [inner] if each.many and inner else inner or None
        answer = self.word(each, key)
        if answer is None:
            return None
        if each.many:
            return _words(answer)
        return _typed(each, answer)

    def word(self, each: Property, key: str) -> str | None:
        """One word as given, or as answered."""
        if key in self.given:
            return self._checked(each, key, self.given[key])
        if not self.asks:
            self.missing[key] = each.title
            return None
        while True:
            answer = self._ask(each)
            try:
                return self._checked(each, key, answer)
            except UsageError as error:
                self.session.remark(error.words.zh, error.words.en)

    def refuse_missing(self) -> None:
        """Say everything that is missing at once, with the options that give it.

        Raises:
            UsageError: If anything is missing.
        """
        if not self.missing:
            return
        options = " ".join(_OPTIONS.get(key, f"--set {key}") + "=…" for key in self.missing)
        zh = "、".join(title.zh for title in self.missing.values())
        en = ", ".join(title.en for title in self.missing.values())
        raise UsageError(f"还缺：{zh}。请加 {options}", f"Missing: {en}. Add {options}")

    def _ask(self, each: Property) -> str:
        pick, language = self.session.pick, self.session.lang
        click.echo(f"\n{each.description.in_language(language)}", err=True)
        for line in self._hints(each):
            click.echo(line.in_language(language), err=True)
        title = each.title.in_language(language)
        if each.choices:
            listed = ", ".join(each.choices)
            return self._prompt(pick(f"{title}（{listed}）", f"{title} ({listed})"))
        return self._prompt(title)

    def _hints(self, each: Property) -> list[Words]:
        """How an answer looks, and where the ids are to be found."""
        hints = []
        example = each.example
        if isinstance(example, str) and not each.choices:
            hints.append(Words(f"例如 {example}", f"Such as {example}"))
        if each.reference:
            command = f"bps list {each.reference}"
            hints.append(Words(f"已有的编号：{command}", f"The ids there are: {command}"))
        if each.reference == "source" and self.registry.find("source", _NO_DOCUMENT):
            hints.append(
                Words(
                    f"没有见过文件的，写 {_NO_DOCUMENT}", f"With no document seen: {_NO_DOCUMENT}"
                )
            )
        return hints

    def _prompt(self, question: str, *, default: str | None = None) -> str:
        answer: str = click.prompt(
            question,
            default=default,
            show_default=False,
            prompt_suffix=self.session.pick("：", ": "),
            err=True,
        )
        return answer.strip()

    def _text(self, key: str, title: Words) -> dict[str, str]:
        """Words in Chinese and English, at least one of them."""
        if not self.asks:
            self.missing[f"{key}.zh"] = title
            return {}
        zh, en = (
            Words("中文", "Chinese"),
            Words("英文，不知道就空着", "English, empty if not known"),
        )
        words: dict[str, str] = {}
        click.echo("", err=True)
        while not words:
            for language, name in (("zh", zh), ("en", en)):
                question = self.session.pick(f"{title.zh}（{name.zh}）", f"{title.en} ({name.en})")
                answer = self._prompt(question, default="")
                if answer:
                    words[language] = answer
        return words

    def _checked(self, each: Property, key: str, answer: str) -> str:
        """The answer, if it is one of the choices or names a record that is there."""
        title = each.title.en
        zh, en = f"{key}（{each.title.zh}）", key if title.lower() == key else f"{key} ({title})"
        if each.reference:
            answer = self._as_ids(each, answer, zh, en)
        pattern = each.single.get("pattern")
        for word in _words(answer) if each.many else [answer]:
            if pattern and not re.fullmatch(pattern, word):
                raise _wrong_form(each, word, zh, en)
            if each.choices and word not in each.choices:
                listed = ", ".join(each.choices)
                raise UsageError(
                    f"{zh}不能是“{word}”；可选：{listed}。",
                    f'{en} cannot be "{word}"; choose from {listed}.',
                )
            if each.reference and not self.registry.resolve(each.reference, word):
                from bps.link.nearest import nearest_id

                near = nearest_id(word, self.registry.ids(each.reference))
                hint_zh, hint_en = (
                    (f"；是否指 {near}？", f"; did you mean {near}?") if near else ("。", ".")
                )
                raise UsageError(
                    f"{zh}：没有“{word}”这条记录{hint_zh}",
                    f'{en}: there is no record "{word}"{hint_en}',
                )
        return answer

    def _as_ids(self, each: Property, answer: str, zh: str, en: str) -> str:
        """The answer with ids where names were written: 福田区 becomes shenzhen-futian.

        Raises:
            UsageError: If a name can mean several records.
        """
        from bps.relations.named import ids_named

        found = []
        for word in _words(answer) if each.many else [answer]:
            ids = ids_named(self.registry, str(each.reference), word)
            if len(ids) > 1:
                listed = ", ".join(ids)
                raise UsageError(
                    f"{zh}：“{word}”可以指好几条记录，请写编号：{listed}。",
                    f'{en}: "{word}" can mean several records; write the id: {listed}.',
                )
            found.append(ids[0] if ids else word)
        return ", ".join(found)


def _words(answer: str) -> list[str]:
    """The entries of a list, however they are set apart."""
    return [part.strip() for part in re.split("[,，、]", answer) if part.strip()]


def _wrong_form(each: Property, word: str, zh: str, en: str) -> UsageError:
    from bps.validate.patterns import PATTERN_WORDS

    form = PATTERN_WORDS.get(each.single["pattern"])
    example = each.example[0] if isinstance(each.example, list) else each.example
    more_zh, more_en = (f"应当是{form.zh}，", f"it should be {form.en}, ") if form else ("", "")
    return UsageError(
        f"{zh}不能写成“{word}”：{more_zh}例如 {example}。",
        f'{en} cannot be "{word}": {more_en}such as {example}.',
    )


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
                f"“{setting}”应写成“项=值”，如 name.zh=预防接种。",
                f'"{setting}" must be written KEY=VALUE, such as name.zh=预防接种.',
            )
        found[key] = value
    return found
