"""`bps.toml` at the root of a register: what its keepers decide."""

from bps.config.model import BaseConfig, Config, LinkException, SiteConfig, Suppression
from bps.config.read import CONFIG_FILE, config_fault, read_config

__all__ = [
    "CONFIG_FILE",
    "BaseConfig",
    "Config",
    "LinkException",
    "SiteConfig",
    "Suppression",
    "config_fault",
    "read_config",
]
