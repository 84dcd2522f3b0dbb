"""The group of all commands: lazy, and the one place where exceptions become exit codes."""

from __future__ import annotations

import contextlib
import importlib
import io
import signal
import sys
from typing import TYPE_CHECKING, Any

import click

from bps.cli.click_words import show, teach_click
from bps.cli.commands import COMMANDS
from bps.cli.language import ended, language_in, speaking, spoken
from bps.cli.one_language import in_language
from bps.cli.shared import Session, shared_options
from bps.errors import BpsError, UsageError, machine_fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_INTERRUPTED = 130
_TERMINATED = 143
_INTERNAL = 3


class _Ended(BaseException):
    """The system asked this process to end: everything begun is put away first."""


@contextlib.contextmanager
def _ending_cleanly() -> Iterator[None]:
    """Make a request to end (SIGTERM) an exception, so that no half-written folder stays."""

    def end(_number: int, _frame: object) -> None:
        raise _Ended

    try:
        before = signal.signal(signal.SIGTERM, end)
    except ValueError:  # not the main thread: whoever runs us there takes care of signals
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _any_terminal() -> None:
    """Write what a terminal's encoding lacks as an escape, instead of failing on it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


class LazyGroup(click.Group):
    """A group that knows its commands by table and imports one when it is called.

    Attributes:
        language: Language of help; None for the one that is spoken.
    """

    language: str | None = None

    def in_language(self, language: str) -> LazyGroup:
        """The same commands with their help in one language."""
        group = in_language(self, language)
        group.language = language
        return group

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Names of the commands, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of this name, imported now, with its help in one language."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"bps.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = module.command
        return in_language(command, self.language or spoken())

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which one was probably meant."""
        name = click.utils.make_str(args[0])
        if name not in COMMANDS and not name.startswith("-"):
            import difflib

            close = difflib.get_close_matches(name, list(COMMANDS), n=1)
            hint_zh = f"；是否指 {close[0]}？" if close else "；bps --help 列出全部命令。"
            hint_en = f"; did you mean {close[0]}?" if close else "; bps --help lists them all."
            zh, en = f"没有“{name}”这个命令{hint_zh}", f'There is no command "{name}"{hint_en}'
            raise click.UsageError(zh if spoken() == "zh" else en, ctx)
        return super().resolve_command(ctx, args)

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        formatter: click.HelpFormatter,
    ) -> None:
        """Write the list of commands from the table, without importing any."""
        language = self.language or spoken()
        title = "命令" if language == "zh" else "Commands"
        with formatter.section(title):
            formatter.write_dl(
                [(name, zh if language == "zh" else en) for name, (_, zh, en) in COMMANDS.items()]
            )

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT001, FBT002 - click's signature
        **extra: Any,
    ) -> Any:
        """Run a command; what goes wrong becomes one sentence and an exit code."""
        given = list(sys.argv[1:] if args is None else args)
        teach_click()
        _any_terminal()
        with speaking(language_in(given)):
            group = self.in_language(spoken())
            if not standalone_mode:
                return super(LazyGroup, group).main(
                    given, prog_name, complete_var, standalone_mode=False, **extra
                )
            with _ending_cleanly():
                code = group.exit_code_of(given, prog_name or "bps", complete_var, extra)
            sys.exit(code)

    def exit_code_of(
        self, args: list[str], prog_name: str, complete_var: str | None, extra: dict[str, Any]
    ) -> int:
        """Run a command line and say how it went, for people and as a number."""
        language = spoken()
        try:
            result = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        except click.ClickException as error:
            show(error)
            return error.exit_code
        except (_Ended, click.Abort, KeyboardInterrupt) as stop:
            return _stopped(stop, language)
        except BpsError as error:
            click.echo(f"bps: {ended(error.words.in_language(language), language)}", err=True)
            return error.exit_code
        except BrokenPipeError:
            # The reader of our output went away; nothing is left to say, and nobody to say it to.
            sys.stdout = None
            return 0
        except Exception as error:  # noqa: BLE001 - the outermost frame: no traceback for a user
            machine = machine_fault(error)
            said = (
                f"bps: {machine.in_language(language)}" if machine else _internal(error, language)
            )
            click.echo(said, err=True)
            return UsageError.exit_code if machine else _INTERNAL
        return result if isinstance(result, int) else 0


def _stopped(stop: BaseException, language: str) -> int:
    if isinstance(stop, _Ended):
        click.echo("已按要求停止。" if language == "zh" else "Stopped as asked.", err=True)
        return _TERMINATED
    click.echo("已中断。" if language == "zh" else "Interrupted.", err=True)
    return _INTERRUPTED


def _internal(error: Exception, language: str) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = ""
    if trace is not None:
        where = f" ({trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno})"
    detail = f"{type(error).__name__}: {error}{where}"
    if language == "zh":
        return f"bps: 程序自身出错，请把这一行报告给维护者：{detail}"
    return f"bps: this is a fault of the program; please report this line: {detail}"


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(
    package_name="bps", message="bps %(version)s", help="Show the version. 显示版本号。"
)
@shared_options
@click.pass_context
def main(ctx: click.Context) -> None:
    """Keep, check, search and publish a register of basic public service standards.

    基本公共服务标准登记库：记录、检查、搜索、发布。
    """
    ctx.ensure_object(Session)
