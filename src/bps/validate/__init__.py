"""From raw records to typed ones: the committed schemas first, then the models.

The schema is the gate and reports every fault of a record at once; the models then build the typed
object. Both are generated from one source, so a record that passes the gate and not the model is a
fault of this program and reported as one.
"""

from bps.validate.folders import expected_id, type_of_path
from bps.validate.records import Entry, Validated, errors_in, validate_records
from bps.validate.schemas import Schemas, compiled_schemas, open_schemas

__all__ = [
    "Entry",
    "Schemas",
    "Validated",
    "compiled_schemas",
    "errors_in",
    "expected_id",
    "open_schemas",
    "type_of_path",
    "validate_records",
]
