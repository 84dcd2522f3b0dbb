"""Read a folder of YAML files into raw records that know the place of every key and value.

Nothing in a file can crash the reader or hide the faults of another file: whatever cannot be read
becomes a finding with file, line and column.
"""

from bps.load.marks import Mark, Marks
from bps.load.reading import Loaded, Reading, load_records
from bps.load.records import RawRecord, read_record

__all__ = ["Loaded", "Mark", "Marks", "RawRecord", "Reading", "load_records", "read_record"]
