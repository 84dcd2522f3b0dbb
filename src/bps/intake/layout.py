"""A list as the table an office publishes: title, header, areas, categories, items."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from bps.intake.items import printed_units

if TYPE_CHECKING:
    from bps.link import Registry
    from bps.model import Concept, Item, PublishedList

HEADER: Final = (
    "序号",
    "服务项目",
    "服务对象",
    "服务内容",
    "服务标准",
    "支出责任",
    "牵头负责单位",
)
_DIGITS: Final = "零一二三四五六七八九"
_MANY: Final = 10**9


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table.

    Attributes:
        kind: Title, header, area, category or item.
        cells: Its cells; one cell for a row that goes across.
    """

    kind: Literal["title", "header", "area", "category", "item"]
    cells: tuple[str, ...]


def official_lines(registry: Registry, published: PublishedList) -> list[Line]:
    """Rows of the official layout.

    Args:
        registry: The register.
        published: The list.

    Returns:
        Title, header, and the items in the order of their numbers, below their areas.
    """
    lines = [
        Line("title", (published.name.zh or published.name.en or published.id,)),
        Line("header", HEADER),
    ]
    area = category = None
    for number, item in _ordered(registry, published.id):
        upper, lower = _places(registry, item.domain)
        if upper is not None and upper.id != area:
            area, category = upper.id, None
            lines.append(Line("area", (f"{_notation(upper, '')}{upper.name.zh or upper.name.en}",)))
        if lower is not None and lower.id != category:
            category = lower.id
            lines.append(
                Line("category", (f"{_notation(lower, '（')}{lower.name.zh or lower.name.en}",))
            )
        lines.append(Line("item", item_cells(registry, item, number=number, list_id=published.id)))
    return lines


def item_cells(
    registry: Registry, item: Item, *, number: int | None, list_id: str
) -> tuple[str, ...]:
    """The cells of one item, in Chinese where there is Chinese."""
    place = next((each for each in item.listed_in if each.list == list_id), None)
    name = place.name if place and place.name else item.name
    texts = (item.recipients_text, item.content, item.level_summary)
    funding = item.funding.text if item.funding else None
    return (
        "" if number is None else str(number),
        name.in_language("zh"),
        *(text.in_language("zh") if text else "" for text in texts),
        funding.in_language("zh") if funding else "",
        printed_units(registry, item),
    )


def _ordered(registry: Registry, list_id: str) -> list[tuple[int | None, Item]]:
    found = [
        (place.number, item)
        for item in registry.iter("item")
        for place in item.listed_in
        if place.list == list_id
    ]
    return sorted(found, key=lambda pair: (pair[0] if pair[0] is not None else _MANY, pair[1].id))


def _places(registry: Registry, domain: str | None) -> tuple[Concept | None, Concept | None]:
    """Area and category of a domain; the category is None for an area itself."""
    if domain is None:
        return None, None
    concept = registry.concept(domain)
    if concept.broader is None:
        return concept, None
    scheme = domain.split("/", maxsplit=1)[0]
    upper = registry.concept(f"{scheme}/{concept.broader}")
    while upper.broader is not None:
        upper = registry.concept(f"{scheme}/{upper.broader}")
    return upper, concept


def _notation(concept: Concept, opening: str) -> str:
    """The number before a heading: 一、 for areas, （一） for categories."""
    printed = concept.notation
    if printed is None:
        return ""
    chinese = chinese_numeral(int(printed)) if printed.isascii() and printed.isdigit() else printed
    return f"（{chinese}）" if opening else f"{chinese}、"


def chinese_numeral(number: int) -> str:
    """A number below 100 in Chinese.

    Examples:
        >>> [chinese_numeral(number) for number in (9, 10, 12, 22)]
        ['九', '十', '十二', '二十二']
    """
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones or not tens else "")
