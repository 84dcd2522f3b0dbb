"""Open data: the registry as named byte strings, one module per format."""

from bps.export.files import FORMATS, export_files

__all__ = ["FORMATS", "export_files"]
