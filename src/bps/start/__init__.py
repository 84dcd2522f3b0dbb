"""A register of one's own: what `bps init` writes into an empty folder."""

from bps.start.plan import first_files, refuse_full, write_register
from bps.start.wishes import LEVELS, Place, Wishes, place_of

__all__ = ["LEVELS", "Place", "Wishes", "first_files", "place_of", "refuse_full", "write_register"]
