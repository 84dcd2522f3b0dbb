"""A register of basic public service standards.

Records are YAML files under `catalogue/` and `standards/`. The package reads, checks and links
them, and turns the result into search, pages and open data. The names in `__all__` are what other
programs may rely on; everything else may change without notice.

    from pathlib import Path
    from bps import open_register

    register = open_register(Path("."))
    item = register.registry.get("item", "cn/vaccination")
    print(item.name.in_language("zh"), len(register.report.findings))
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bps.errors import BpsError, ConfigurationError, UnknownRecord, UsageError
    from bps.findings import Finding, Report, Severity
    from bps.link import Registry
    from bps.pipeline import Register, open_register

__version__ = "0.1.0"

__all__ = [
    "BpsError",
    "ConfigurationError",
    "Finding",
    "Register",
    "Registry",
    "Report",
    "Severity",
    "UnknownRecord",
    "UsageError",
    "__version__",
    "open_register",
]

_HOMES = {
    "BpsError": "bps.errors",
    "ConfigurationError": "bps.errors",
    "Finding": "bps.findings",
    "Register": "bps.pipeline",
    "Registry": "bps.link",
    "Report": "bps.findings",
    "Severity": "bps.findings",
    "UnknownRecord": "bps.errors",
    "UsageError": "bps.errors",
    "open_register": "bps.pipeline",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that the command line starts at once."""
    if name not in _HOMES:
        message = f"module 'bps' has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
