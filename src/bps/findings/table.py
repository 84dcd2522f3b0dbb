"""The one table of codes: every kind of fault that can be reported, said once."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from bps.findings.codes.characters import CHARACTERS
from bps.findings.codes.dates import DATES
from bps.findings.codes.evidence import EVIDENCE
from bps.findings.codes.figures import FIGURES
from bps.findings.codes.files import FILES
from bps.findings.codes.identity import IDENTITY
from bps.findings.codes.merging import MERGING
from bps.findings.codes.program import PROGRAM
from bps.findings.codes.references import FORWARDED, REFERENCES
from bps.findings.codes.results import RESULTS
from bps.findings.codes.shape import SHAPE
from bps.findings.codes.standards import STANDARDS
from bps.findings.codes.yaml_subset import YAML_SUBSET

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bps.findings.code import Code

_ALL: tuple[Code, ...] = (
    *FILES,
    *CHARACTERS,
    *YAML_SUBSET,
    *SHAPE,
    *IDENTITY,
    *REFERENCES.values(),
    *FORWARDED,
    *DATES,
    *FIGURES,
    *RESULTS,
    *STANDARDS,
    *EVIDENCE,
    *MERGING,
    *PROGRAM,
)
CODES: Mapping[str, Code] = MappingProxyType({code.name: code for code in _ALL})
# What a reference names -> the code of a reference that leads nowhere.
REFERENCE_CODES: Mapping[str, Code] = MappingProxyType(REFERENCES)
