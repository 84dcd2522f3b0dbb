"""Codes of Chinese standards: read in any spelling, classed, and written in one.

>>> from bps.codes import parse_code
>>> parse_code("db3212t1077—2021").canonical
'DB3212/T 1077-2021'
"""

from bps.codes.code import CLASSES, Reason, StandardCode
from bps.codes.parse import parse_code
from bps.codes.ranges import parts_of_range
from bps.codes.spot import find_codes
from bps.codes.titles import CLASS_TITLES, MANDATE_TITLES

__all__ = [
    "CLASSES",
    "CLASS_TITLES",
    "MANDATE_TITLES",
    "Reason",
    "StandardCode",
    "find_codes",
    "parse_code",
    "parts_of_range",
]
