"""Where a base is: a folder beside the register, or an installed data package."""

from __future__ import annotations

import importlib.util
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bps.config import BaseConfig, config_fault
from bps.errors import UsageError
from bps.load.files import DATA_FOLDERS

if TYPE_CHECKING:
    from bps.errors import BpsError

# Folder of a data package that holds its register.
INSIDE: Final = "register"
_PACKAGE = re.compile(r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*")


def base_setting(named: str, *, root: Path) -> dict[str, str]:
    """How `bps.toml` of a register names a base.

    Args:
        named: What a person named: a folder, as seen from here, or a data package.
        root: Folder of the register.

    Raises:
        UsageError: If there is neither.
    """
    folder = Path(named)
    if is_register(folder):
        return {"path": Path(os.path.relpath(folder.resolve(), root.resolve())).as_posix()}
    if _PACKAGE.fullmatch(named) and package_folder(named) is not None:
        return {"package": named}
    raise UsageError(
        f"没有“{named}”这个登记库：既不是放着 catalogue/ 或 standards/ 的文件夹，也不是已安装的数据包。",
        f'There is no register "{named}": it is neither a folder with catalogue/ or standards/, '
        "nor an installed data package.",
    )


def is_register(folder: Path) -> bool:
    """Whether a folder holds records."""
    return any((folder / name).is_dir() for name in DATA_FOLDERS)


def package_folder(package: str) -> Path | None:
    """Folder of the register in an installed data package; None when there is none.

    The package is found, never run.
    """
    module = re.sub(r"[-.]", "_", package)
    spec = importlib.util.find_spec(module) if module.isidentifier() else None
    for place in (spec.submodule_search_locations or ()) if spec is not None else ():
        folder = Path(place) / INSIDE
        if is_register(folder):
            return folder
    return None


def base_folder(config: BaseConfig, *, root: Path) -> Path:
    """Folder of a base.

    Args:
        config: What `bps.toml` says.
        root: Folder of the register that stands on it.

    Raises:
        ConfigurationError: If nothing is there.
    """
    if config.path:
        folder = (root / config.path).resolve()
        if is_register(folder):
            return folder
        raise _missing(
            config,
            f"依托的登记库 {config.path} 不存在，或里面没有 catalogue/ 和 standards/",
            f"the base {config.path} is not there, or has neither catalogue/ nor standards/",
        )
    found = package_folder(config.package) if _PACKAGE.fullmatch(config.package) else None
    if found is None:
        raise _missing(
            config,
            f"数据包 {config.package} 没有安装，或里面没有登记库；请用 pip 安装它",
            f"the data package {config.package} is not installed, or holds no register; "
            "install it with pip",
        )
    return found.resolve()


def _missing(config: BaseConfig, zh: str, en: str) -> BpsError:
    return config_fault(zh, en, line=config.line)
