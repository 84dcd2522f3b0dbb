"""What somebody who starts a register decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from bps.errors import UsageError
from bps.model import Jurisdiction

if TYPE_CHECKING:
    from collections.abc import Mapping

LEVELS: tuple[str, ...] = get_args(Jurisdiction.model_fields["level"].annotation)
_PARTS = 4


@dataclass(frozen=True, slots=True)
class Place:
    """A place that gets a record.

    Attributes:
        id: Its id.
        level: Its level of government.
        zh: Name in Chinese, or "".
        en: Name in English, or "".
    """

    id: str
    level: str
    zh: str
    en: str

    @property
    def name(self) -> dict[str, str]:
        """Its name in the languages that are known."""
        return two(self.zh, self.en)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """A register to be started.

    Attributes:
        place: The place whose register it is.
        parents: Ids of the places above it, the nearest first.
        new_places: Places that no base has and that get records, the register's own among them.
        today: Day, YYYY-MM-DD.
        language: Language of comments in records, "zh" or "en".
        base: How `bps.toml` names the base: {"path": …} or {"package": …}; empty for none.
        scheme: Scheme of areas of the base that the first list follows; "" for one of its own.
        example: Whether to write an example item and an example unit.
        areas: Areas of a scheme of its own, as printed.
        site_name: Name of the site by language.
        operator: Who runs it, by language.
        address: Address of the site, or "".
    """

    place: Place
    parents: tuple[str, ...] = ()
    new_places: tuple[Place, ...] = ()
    today: str
    language: str
    base: Mapping[str, str]
    scheme: str = ""
    example: bool = True
    areas: tuple[str, ...] = ()
    site_name: Mapping[str, str]
    operator: Mapping[str, str]
    address: str = ""

    @property
    def year(self) -> str:
        """Year of the first list edition."""
        return self.today[:4]

    @property
    def list_id(self) -> str:
        """Id of the first list edition."""
        return f"{self.place.id}-{self.year}"


def two(zh: str, en: str) -> dict[str, str]:
    """A text in those of the two languages in which it is known."""
    return {key: text for key, text in (("zh", zh), ("en", en)) if text}


def place_of(text: str) -> Place:
    """A place as the command line names it: `id:level:Chinese name:English name`.

    Args:
        text: What was given; the names may be missing, not both.

    Raises:
        UsageError: If it is written otherwise, or the level is none.

    Examples:
        >>> place_of("hubei:province:湖北省:Hubei")
        Place(id='hubei', level='province', zh='湖北省', en='Hubei')
    """
    parts = [part.strip() for part in text.replace("：", ":").split(":")]
    record_id, level, zh, en = (*parts, "", "", "", "")[:_PARTS]
    if len(parts) > _PARTS or not record_id or level not in LEVELS or not (zh or en):
        raise UsageError(
            f"“{text}”要写成“编号:层级:中文名:英文名”，例如 hubei:province:湖北省:Hubei；"
            f"层级可选 {'、'.join(LEVELS)}。",
            f'"{text}" is written as id:level:Chinese name:English name, such as '
            f"hubei:province:湖北省:Hubei; levels are {', '.join(LEVELS)}.",
        )
    return Place(record_id, level, zh, en)
