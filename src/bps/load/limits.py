"""How much a record may hold. Far above any real record, far below what slows a program down."""

from __future__ import annotations

# Deepest real record: 9 levels (an eligibility expression inside a recipients scheme).
MAX_DEPTH = 32
# Largest real record: a scheme of some hundred concepts, about 100 KiB.
MAX_FILE_BYTES = 1024 * 1024
MAX_NODES = 20_000
# One text; the longest texts of a page are a tenth of it.
MAX_SCALAR_BYTES = 64 * 1024
MAX_KEYS = 500
# Longer whole numbers lose digits in spreadsheets and browsers: they are codes and belong in
# quotes.
MAX_DIGITS = 15
# The same fault on many lines of one file is said this often.
MAX_REPEATS = 20
