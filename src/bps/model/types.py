"""The table of record types: which model, which folder, which names."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from bps.model.base import Text
from bps.model.concepts import DomainScheme, LifeEvents, Recipients
from bps.model.elsewhere import Elsewhere
from bps.model.indicator import Indicator
from bps.model.item import Item
from bps.model.jurisdiction import Jurisdiction
from bps.model.observation import ObservationSet
from bps.model.programme import Programme
from bps.model.published_list import PublishedList
from bps.model.quantities import Quantities
from bps.model.service_point import ServicePoint
from bps.model.source import Source
from bps.model.standard import Standard
from bps.model.survey import Survey
from bps.model.synonyms import Synonyms
from bps.model.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bps.model.record import Record


@dataclass(frozen=True, slots=True)
class RecordType:
    """One type of record and where its files stand.

    Attributes:
        name: Name in code, schema and command line, such as "item".
        model: Pydantic model of a live record.
        folders: Folders relative to the root, mapped to whether a folder per jurisdiction stands
            between them and the file (its name is then the first part of the id). Empty for a
            type that is one single file.
        file: Path of the one file, for such a type.
        url: First part of the address of its pages; None where records have no page of their own.
        title: Name of one record for readers.
        plural: Name of several.
    """

    name: str
    model: type[Record]
    folders: Mapping[str, bool]
    url: str | None
    title: Text
    plural: Text
    file: str | None = None

    def path_of(self, record_id: str, *, level: str | None = None) -> str:
        """Path of the file that holds a record.

        Args:
            record_id: Id of the record.
            level: Level of a standard, which chooses among the folders.

        Returns:
            Path relative to the root, with forward slashes.
        """
        if self.file is not None:
            return self.file
        nested = "/" in record_id
        for folder, by_jurisdiction in self.folders.items():
            if by_jurisdiction == nested and (level is None or folder.endswith(f"/{level}")):
                return f"{folder}/{record_id}.yml"
        message = f"no folder for the id {record_id!r} of type {self.name}"
        raise ValueError(message)


def _record_type(
    name: str,
    model: type[Record],
    folders: Mapping[str, bool],
    url: str | None,
    title: tuple[str, str],
    plural: tuple[str, str],
    *,
    file: str | None = None,
) -> RecordType:
    return RecordType(
        name=name,
        model=model,
        folders=MappingProxyType(dict(folders)),
        url=url,
        title=Text(zh=title[0], en=title[1]),
        plural=Text(zh=plural[0], en=plural[1]),
        file=file,
    )


_STANDARD_FOLDERS = {
    "standards/national": False,
    "standards/sector": False,
    "standards/group": False,
    "standards/enterprise": False,
    "standards/local": True,
    "standards/internal": True,
}

RECORD_TYPES: Mapping[str, RecordType] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            _record_type(
                "jurisdiction",
                Jurisdiction,
                {"catalogue/jurisdictions": False},
                "places",
                ("地区", "place"),
                ("地区", "places"),
            ),
            _record_type(
                "unit",
                Unit,
                {"catalogue/units": True},
                "units",
                ("责任单位", "responsible body"),
                ("责任单位", "responsible bodies"),
            ),
            _record_type(
                "domain-scheme",
                DomainScheme,
                {"catalogue/domains": False},
                "areas",
                ("领域分类", "scheme of areas"),
                ("领域分类", "schemes of areas"),
            ),
            _record_type(
                "recipients",
                Recipients,
                {},
                "recipients",
                ("服务对象分类", "recipient groups"),
                ("服务对象分类", "recipient groups"),
                file="catalogue/recipients.yml",
            ),
            _record_type(
                "life-events",
                LifeEvents,
                {},
                "life-events",
                ("人生大事", "life events"),
                ("人生大事", "life events"),
                file="catalogue/life-events.yml",
            ),
            _record_type(
                "synonyms",
                Synonyms,
                {},
                None,
                ("同义词表", "synonyms"),
                ("同义词表", "synonyms"),
                file="catalogue/synonyms.yml",
            ),
            _record_type(
                "quantities",
                Quantities,
                {},
                None,
                ("计量单位表", "units of measure"),
                ("计量单位表", "units of measure"),
                file="catalogue/quantities.yml",
            ),
            _record_type(
                "elsewhere",
                Elsewhere,
                {},
                None,
                ("别处办的事", "matters handled elsewhere"),
                ("别处办的事", "matters handled elsewhere"),
                file="catalogue/elsewhere.yml",
            ),
            _record_type(
                "list",
                PublishedList,
                {"catalogue/lists": False},
                "lists",
                ("清单", "list"),
                ("清单", "lists"),
            ),
            _record_type(
                "item",
                Item,
                {"catalogue/items": True},
                "items",
                ("服务事项", "service item"),
                ("服务事项", "service items"),
            ),
            _record_type(
                "service-point",
                ServicePoint,
                {"catalogue/service-points": True},
                "service-points",
                ("服务点", "service point"),
                ("服务点", "service points"),
            ),
            _record_type(
                "indicator",
                Indicator,
                {"catalogue/indicators": False},
                "indicators",
                ("指标", "indicator"),
                ("指标", "indicators"),
            ),
            _record_type(
                "observation-set",
                ObservationSet,
                {"catalogue/observations": True},
                "observations",
                ("监测结果", "results"),
                ("监测结果", "results"),
            ),
            _record_type(
                "survey",
                Survey,
                {"catalogue/surveys": False},
                "surveys",
                ("满意度调查", "survey"),
                ("满意度调查", "surveys"),
            ),
            _record_type(
                "programme",
                Programme,
                {"catalogue/programmes": False},
                "programmes",
                ("试点和计划", "programme"),
                ("试点和计划", "programmes"),
            ),
            _record_type(
                "source",
                Source,
                {"catalogue/sources": False},
                "sources",
                ("来源", "source"),
                ("来源", "sources"),
            ),
            _record_type(
                "standard",
                Standard,
                _STANDARD_FOLDERS,
                "standards",
                ("标准", "standard"),
                ("标准", "standards"),
            ),
        )
    }
)
