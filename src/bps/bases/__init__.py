"""Registers that a register stands on: found, read once per version, kept ready."""

from bps.bases.find import base_folder, base_setting
from bps.bases.read import Base, base_id, in_base, read_bases

__all__ = ["Base", "base_folder", "base_id", "base_setting", "in_base", "read_bases"]
