"""The command line. Each command is a module of its own and is read only when it is called."""

from __future__ import annotations

from bps.cli.commands import COMMANDS
from bps.cli.group import main

__all__ = ["COMMANDS", "main"]
