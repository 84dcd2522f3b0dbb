"""What every command shares: where the register is, in which language and form to answer."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from bps.cli.language import language_of

if TYPE_CHECKING:
    from bps.load import Reading
    from bps.load.reading import Progress
    from bps.pipeline import Register

Command = TypeVar("Command", bound=Callable[..., Any])
FORMATS = ("text", "json")
# Long enough that nobody minds the wait before the bar.
_SLOW_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Session:
    """What the global options say.

    Attributes:
        root: The folder that has `catalogue/` and `standards/`.
        lang: "zh" or "en".
        format: "text" or "json".
    """

    root: Path = field(default_factory=Path)
    lang: str = field(default_factory=lambda: language_of(None))
    format: str = "text"

    @property
    def is_json(self) -> bool:
        """Whether to answer in JSON."""
        return self.format == "json"

    def pick(self, zh: str, en: str) -> str:
        """The one of two texts that is in the language of the session."""
        return zh if self.lang == "zh" else en

    def say(self, zh: str, en: str) -> None:
        """Print a line for people, in the language of the session."""
        click.echo(self.pick(zh, en))

    def remark(self, zh: str, en: str) -> None:
        """Print a line about the work itself to standard error."""
        click.echo(self.pick(zh, en), err=True)

    def emit(self, value: Any) -> None:
        """Print a result as JSON."""
        click.echo(json.dumps(value, ensure_ascii=False, indent=2))

    def open(self, *, rules: bool = True) -> Register:
        """Read the whole register.

        Args:
            rules: Whether to run the rules; commands that only look things up need none.
        """
        reading = self.begin_reading()
        from bps.pipeline import open_register

        with self.progress("读取记录", "Reading records") as progress:
            return open_register(self.root, progress=progress, rules=rules, reading=reading)

    def begin_reading(self) -> Reading:
        """Begin to read the register, to go on while the rest of the program is imported."""
        from bps.load.reading import WHILE_IMPORTING, Reading

        return Reading(self.root, head_start=WHILE_IMPORTING)

    @contextmanager
    def progress(self, zh: str, en: str) -> Iterator[Progress | None]:
        """A bar on standard error for long work, on a terminal only."""
        if not sys.stderr.isatty() or self.is_json:
            yield None
            return
        from bps.cli.progress import bar

        with bar(self.pick(zh, en), after=_SLOW_SECONDS) as report:
            yield report


def _change(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    """Take a global option over into the session; the one nearer to the command wins."""
    session = ctx.obj if isinstance(ctx.obj, Session) else Session()
    if value is not None:
        changes: dict[str, Any] = {
            param.name or "": language_of(value) if param.name == "lang" else value
        }
        session = replace(session, **changes)
    ctx.obj = session


def shared_options(function: Command) -> Command:
    """Add `--root`, `--lang` and `--format`; they work before and after the name of a command."""
    for option in (
        click.option(
            "--format",
            type=click.Choice(FORMATS),
            callback=_change,
            expose_value=False,
            is_eager=True,
            help="Form of the answer: text to read, json for programs. 输出格式：text 给人看，json 给程序用。",
        ),
        _lang_option(),
        _root_option(),
    ):
        function = option(function)
    return function


def root_and_lang(function: Command) -> Command:
    """Add `--root` and `--lang` only, for a command with formats of its own."""
    for option in (_lang_option(), _root_option()):
        function = option(function)
    return function


def _lang_option() -> Callable[[Command], Command]:
    return click.option(
        "--lang",
        type=click.Choice(["zh", "en"]),
        callback=_change,
        expose_value=False,
        is_eager=True,
        help="Language of messages; the system's when left out. 用中文还是英文提示；不写时随系统。",
    )


def _root_option() -> Callable[[Command], Command]:
    return click.option(
        "--root",
        type=click.Path(path_type=Path),
        callback=_change,
        expose_value=False,
        is_eager=True,
        help="Folder that has catalogue/ and standards/; here when left out. 数据所在的文件夹；不写时就是当前文件夹。",
    )
