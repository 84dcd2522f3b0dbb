"""Which language to speak: the one asked for, else the locale's, else Chinese."""

from __future__ import annotations

import os
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SPOKEN: ContextVar[str | None] = ContextVar("spoken", default=None)
# Locales that name no language: of a server, of a container, of Windows.
_NO_LANGUAGE = ("", "c", "posix")


def language_of(asked: str | None) -> str:
    """The language of messages, "zh" or "en".

    Args:
        asked: What `--lang` says, or None.

    Returns:
        "zh" or "en"; without a request, English where the locale is of another language than
        Chinese, and Chinese where it is Chinese or names none.
    """
    if asked in ("zh", "en"):
        return asked
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            language = value.lower().partition(".")[0]
            return "zh" if language in _NO_LANGUAGE or language.startswith("zh") else "en"
    return "zh"


def language_in(arguments: Sequence[str]) -> str:
    """The language that a command line asks for, wherever its `--lang` stands."""
    for index, argument in enumerate(arguments):
        if argument == "--lang" and index + 1 < len(arguments):
            return language_of(arguments[index + 1])
        if argument.startswith("--lang="):
            return language_of(argument.partition("=")[2])
    return language_of(None)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak this language until the command ends, in help and in the words of Click too."""
    token = _SPOKEN.set(language)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def ended(sentence: str, language: str) -> str:
    """A sentence with its full stop, where it has no mark at its end."""
    mark = "。" if language == "zh" else "."
    return sentence if sentence.endswith((*"。？！….?!:：", "\n")) else sentence + mark


def spoken() -> str:
    """The language of the command that runs, or the locale's where none does."""
    return _SPOKEN.get() or language_of(None)
