"""Writing records: as text, one file safely, several files all or none."""

from bps.write.atomic import WriteError, write_file
from bps.write.batch import Batch, heal
from bps.write.edit import append, close_record, open_record, plain_value, put
from bps.write.lock import hold_lock, recover
from bps.write.text import modeline, record_text

__all__ = [
    "Batch",
    "WriteError",
    "append",
    "close_record",
    "heal",
    "hold_lock",
    "modeline",
    "open_record",
    "plain_value",
    "put",
    "record_text",
    "recover",
    "write_file",
]
