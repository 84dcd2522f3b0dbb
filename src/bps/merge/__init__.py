"""Adding up: the registers of places become one, nothing dropped, whatever their order."""

from bps.merge.union import Merged, merge_registers

__all__ = ["Merged", "merge_registers"]
