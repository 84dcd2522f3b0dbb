"""Codes of Chinese standards: read in any spelling, classed, and written in one.

>>> from bps.codes import parse_code
>>> parse_code("db3212t1077—2021").canonical
'DB3212/T 1077-2021'
"""

from bps.codes.code import CLASSES, Reason, StandardCode
from bps.codes.parse import LATEST_YEAR, parse_code
from bps.codes.spot import find_codes

__all__ = ["CLASSES", "LATEST_YEAR", "Reason", "StandardCode", "find_codes", "parse_code"]
