"""A register of generated records, large enough to measure on; every name in it says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ITEMS = "catalogue/items"
COUNT = 5000
PLACES = 50

_EVIDENCE = """evidence:
  - fields: [{fields}]
    source: made-up
    how: stated
    checked_on: "2026-01-01"
"""
_SHARED_KEYS = frozenset({"id", "translation"})
_COUNTRY = """id: exampleland
name: {zh: 示例国, en: Exampleland}
translation: editorial
level: country
"""
_PLACE = """id: example-town-{number}
name: {{zh: 示例镇{number}, en: Example Town {number}}}
translation: editorial
level: township
parent: exampleland
"""
_UNIT = """id: {place}/office
name: {{zh: 示例办公室, en: Example office}}
translation: editorial
kind: bureau
jurisdiction: {place}
"""
_SOURCE = """id: made-up
name: {zh: 为测量而编的记录, en: Records made up for measuring}
translation: editorial
kind: project-source
type: catalogue
"""
_SCHEME = """id: example-areas
name: {zh: 示例领域, en: Example areas}
translation: editorial
concepts:
  - id: reading
    name: {zh: 阅读, en: Reading}
"""
_QUANTITIES = """id: quantities
name: {zh: 计量单位, en: Units of measure}
translation: editorial
units:
  - id: hours
    name: {zh: 小时, en: hours}
per:
  - id: person
    name: {zh: 每人, en: per person}
"""
_RECIPIENTS = """id: recipients
name: {zh: 服务对象, en: Recipient groups}
translation: editorial
concepts:
  - id: readers
    name: {zh: 读者, en: Readers}
"""
_INDICATOR = """id: opening-hours
name: {zh: 开放时间, en: Opening hours}
translation: editorial
kind: time
definition: {zh: 每周开放的小时数, en: Hours open in a week}
unit: hours
direction: higher
"""
_ITEM = """id: {place}/reading-room-{number}
name: {{zh: 第{number}阅览室开放服务, en: Opening of reading room {number}}}
translation: editorial
aliases: [阅览室{number}, 看书的地方{number}]
status: in-force
jurisdiction: {place}
domain: example-areas/reading
recipients: [readers]
recipients_text: {{zh: 全体居民，不分年龄与户籍, en: All residents of any age or registration}}
content:
  zh: 居民可以在开放时间内进入第{number}阅览室，免费阅读馆内图书、报纸和期刊，并使用无障碍座位。
  en: In opening hours residents may enter reading room {number} and read its books, papers and journals.
levels:
  - measure: opening-hours
    kind: time
    value: "{hours}"
    comparator: at-least
    unit: hours
    per: person
    period: week
    from: "2024-01-01"
    evidence: {{source: made-up, how: stated, checked_on: "2026-01-01"}}
  - measure: opening-hours
    kind: time
    applies_to: {{zh: 寒暑假, en: School holidays}}
    value: "{more}"
    comparator: at-least
    unit: hours
    per: person
    period: week
    from: "2025-01-01"
    evidence: {{source: made-up, how: stated, checked_on: "2026-01-01"}}
eligibility:
  any:
    - residence: [registered, resident]
    - age: {{min: 6, max: 18}}
funding:
  model: local
  text: {{zh: 由本级财政承担, en: Paid by the budget of the place}}
lead_units: [{place}/office]
channels:
  - kind: window
    name: {{zh: 阅览室服务台, en: Desk of the reading room}}
    text: {{zh: 开放时间内均可办理, en: At any time while it is open}}
charge: {{kind: free}}
documents:
  - {{zh: 居民身份证件, en: Identity document}}
steps:
  - {{zh: 到服务台登记, en: Register at the desk}}
  - {{zh: 领取座位号, en: Take a seat number}}
hours: {{zh: 每日九时至二十时, en: Daily from nine to twenty}}
outputs:
  - {{zh: 座位号, en: Seat number}}
indicators: [opening-hours]
"""


def write_register(root: Path, *, count: int = COUNT) -> None:
    """Write a register of `count` items in fifty places, all linked to each other."""
    place_ids = [f"example-town-{number}" for number in range(PLACES)]
    files = {
        "catalogue/jurisdictions/exampleland.yml": _COUNTRY,
        "catalogue/domains/example-areas.yml": _SCHEME,
        "catalogue/quantities.yml": _QUANTITIES,
        "catalogue/recipients.yml": _RECIPIENTS,
        "catalogue/indicators/opening-hours.yml": _INDICATOR,
    }
    for number, place in enumerate(place_ids):
        files[f"catalogue/jurisdictions/{place}.yml"] = _PLACE.format(number=number)
        files[f"catalogue/units/{place}/office.yml"] = _UNIT.format(place=place)
    for number in range(count):
        place = place_ids[number % PLACES]
        hours = 20 + number % 40
        files[f"{ITEMS}/{place}/reading-room-{number}.yml"] = _ITEM.format(
            place=place, number=number, hours=hours, more=hours + 8
        )
    files = {path: text + _evidence(text) for path, text in files.items()}
    files["catalogue/sources/made-up.yml"] = _SOURCE
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    (root / "standards").mkdir(exist_ok=True)


def _evidence(text: str) -> str:
    """Evidence for every key of a record."""
    keys = [line.split(":")[0] for line in text.splitlines() if line[:1].isalpha()]
    return _EVIDENCE.format(fields=", ".join(key for key in keys if key not in _SHARED_KEYS))
