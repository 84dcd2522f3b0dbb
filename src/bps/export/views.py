"""Views of the database: the questions of the guides, asked once."""

from __future__ import annotations

from typing import Final

VIEWS: Final[dict[str, str]] = {
    "levels_over_time": """
CREATE VIEW levels_over_time AS
SELECT i.jurisdiction, j.level AS place_level, l.item_id, l.measure, l.applies_to_zh, l.applies_to_en,
  l.value, l.value_text, l.comparator, l.unit, l.per, l.period, l."from", l.from_first, l."to",
  l.to_last, l.evidence_source, l.evidence_how
FROM item_levels AS l
JOIN item AS i ON i.id = l.item_id
JOIN jurisdiction AS j ON j.id = i.jurisdiction
""",
    "items_without_standard": """
CREATE VIEW items_without_standard AS
SELECT i.id, i.jurisdiction, i.name_zh, i.name_en
FROM item AS i
WHERE NOT EXISTS (SELECT 1 FROM item_standards AS s WHERE s.item_id = i.id)
""",
    "items_by_group": """
CREATE VIEW items_by_group AS
SELECT r.ref AS recipient, i.id, i.jurisdiction, i.name_zh, i.name_en
FROM item_recipients AS r JOIN item AS i ON i.id = r.item_id
""",
    "items_by_life_event": """
CREATE VIEW items_by_life_event AS
SELECT e.ref AS life_event, i.id, i.jurisdiction, i.name_zh, i.name_en
FROM item_life_events AS e JOIN item AS i ON i.id = e.item_id
""",
    "standards_to_review": """
CREATE VIEW standards_to_review AS
SELECT id, code, jurisdiction, status, coalesce(confirmed_on, effective, issued) AS counted_from,
  coalesce(confirmed_on_last, effective_last, issued_last) AS counted_from_last
FROM standard
WHERE status = 'in-force' AND coalesce(confirmed_on, effective, issued) IS NOT NULL
""",
}
