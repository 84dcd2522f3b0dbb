"""Tie the records together: a frozen registry with every reference resolved, in both directions."""

from bps.link.linker import Linked, link_records
from bps.link.registry import Address, Backlink, Link, Registry

__all__ = ["Address", "Backlink", "Link", "Linked", "Registry", "link_records"]
