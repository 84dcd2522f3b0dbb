"""Writing records: as text, one file safely, several files all or none."""

from bps.write.atomic import WriteError, write_file, write_result
from bps.write.batch import Batch, heal
from bps.write.edit import append, close_record, open_record, plain_value, put
from bps.write.lock import hold_lock, recover
from bps.write.output import output_folder, write_files
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
    "output_folder",
    "plain_value",
    "put",
    "record_text",
    "recover",
    "write_file",
    "write_files",
    "write_result",
]
