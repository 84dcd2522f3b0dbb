"""Typed records: one module per record type, all strict, frozen and bilingual."""

from bps.model.base import Reference, Strict, Text
from bps.model.concepts import (
    Concept,
    DomainScheme,
    LifeEvent,
    LifeEvents,
    RecipientGroup,
    Recipients,
)
from bps.model.declared import Declared
from bps.model.eligibility import Expression
from bps.model.elsewhere import Elsewhere, Matter
from bps.model.evidence import Evidence, RowEvidence
from bps.model.indicator import Indicator
from bps.model.item import Item
from bps.model.jurisdiction import Jurisdiction
from bps.model.level import Level
from bps.model.observation import Observation, ObservationSet
from bps.model.programme import Programme
from bps.model.published_list import Listing, PublishedList
from bps.model.quantities import Quantities
from bps.model.record import FORWARDING_KINDS, Forwarding, Record, SourcedRecord, keys_in_order
from bps.model.service_point import ServicePoint
from bps.model.source import Source
from bps.model.standard import Standard
from bps.model.survey import Survey
from bps.model.synonyms import Synonyms
from bps.model.types import RECORD_TYPES, RecordType
from bps.model.unit import Unit

__all__ = [
    "FORWARDING_KINDS",
    "RECORD_TYPES",
    "Concept",
    "Declared",
    "DomainScheme",
    "Elsewhere",
    "Evidence",
    "Expression",
    "Forwarding",
    "Indicator",
    "Item",
    "Jurisdiction",
    "Level",
    "LifeEvent",
    "LifeEvents",
    "Listing",
    "Matter",
    "Observation",
    "ObservationSet",
    "Programme",
    "PublishedList",
    "Quantities",
    "RecipientGroup",
    "Recipients",
    "Record",
    "RecordType",
    "Reference",
    "RowEvidence",
    "ServicePoint",
    "Source",
    "SourcedRecord",
    "Standard",
    "Strict",
    "Survey",
    "Synonyms",
    "Text",
    "Unit",
    "keys_in_order",
]
