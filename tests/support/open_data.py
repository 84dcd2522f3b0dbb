"""Pages and open data side by side: what a page shows, and the CSV files anyone can download."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Row = dict[str, str]
_TAG = re.compile(r"<[^>]+>")
_NAMED = (
    "item",
    "jurisdiction",
    "list",
    "source",
    "indicator",
    "unit",
    "programme",
    "service-point",
    "survey",
)


class OpenData:
    """The CSV files of a register, read as a stranger would read them."""

    def __init__(self, files: Iterable[tuple[str, bytes]], language: str) -> None:
        self._files = {name: data for name, data in files if name.endswith(".csv")}
        self._rows: dict[str, list[Row]] = {}
        self.language = language
        self._standards = {
            row["id"]: f"{row['code']} {self._own(row)}".strip() for row in self.rows("standard")
        }
        self._names = self._all_names()

    def rows(self, name: str) -> list[Row]:
        """Rows of `data/csv/<name>.csv`."""
        if name not in self._rows:
            text = self._files[f"data/csv/{name}.csv"].decode("utf-8-sig")
            self._rows[name] = list(csv.DictReader(io.StringIO(text)))
        return self._rows[name]

    def analysis(self, name: str) -> list[Row]:
        """Rows of a table of an analysis."""
        return self.rows(f"analysis/{name}")

    def name(self, record: str) -> str:
        """Name of a record, a concept, a group or a stage in the language."""
        return self._names.get(record, record)

    def said(self, row: Mapping[str, str], key: str) -> str:
        """A cell as a page says it: in its language, names for ids, a dash for nothing."""
        if key == "standard" or (key == "record" and row["type"] == "standard"):
            return self._standards[row[key]]
        for each in (f"{key}_{self.language}", f"{key}_name_{self.language}", f"{key}_name"):
            if row.get(each):
                return row[each]
        text = row.get(f"{key}_zh") or row.get(f"{key}_en") or row.get(key, "")
        yes, no = ("是", "否") if self.language == "zh" else ("yes", "no")
        return {"": "–", "true": yes, "false": no}.get(text, self.name(text))

    def _all_names(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for kind in _NAMED:
            found |= {row["id"]: self._own(row) for row in self.rows(kind)}
        for row in self.rows("domain-scheme-concepts"):
            found[f"{row['domain_scheme_id']}/{row['id']}"] = self._own(row)
        return found

    def _own(self, row: Mapping[str, str]) -> str:
        other = "en" if self.language == "zh" else "zh"
        return row[f"name_{self.language}"] or row[f"name_{other}"]


@dataclass
class Shown:
    """The figures a page shows.

    Attributes:
        lead: The sentence below the title.
        figures: Big numbers with their labels.
        tables: Cells of each table by its id, else its caption with a number.
        counts: Numbers beside headings, by the id of the section.
        bullets: How many lines the lists of a section have, by its id.
    """

    lead: str = ""
    figures: list[tuple[str, str]] = field(default_factory=list)
    tables: dict[str, list[list[str]]] = field(default_factory=dict)
    counts: dict[str, str] = field(default_factory=dict)
    bullets: dict[str, int] = field(default_factory=dict)

    def columns(self, table: str, *places: int) -> list[tuple[str, ...]]:
        """Some columns of a table, row by row."""
        return [tuple(row[place] for place in places) for row in self.tables[table]]


def read_page(text: str) -> Shown:
    """Gather the figures of a page for reviewers."""
    main = text[text.index("<main") : text.index("</main>")]
    lead = re.search(r'<p class="lead">(.*?)</p>', main, re.DOTALL)
    shown = Shown(lead=_plain(lead[1]) if lead else "")
    for one in re.findall(r'<li class="figure">(.*?)</li>', main, re.DOTALL):
        number, label = re.search(
            r"<strong>(.*?)</strong><span>(.*?)</span>", one, re.DOTALL
        ).groups()  # type: ignore[union-attr]
        shown.figures.append((_plain(label), _plain(number)))
    for attributes, body in re.findall(r"<table([^>]*)>(.*?)</table>", main, re.DOTALL):
        named = re.search(r'id="([^"]+)"', attributes)
        caption = re.search(r"<caption[^>]*>(.*?)</caption>", body, re.DOTALL)
        name = named[1] if named else _plain(caption[1]) if caption else "?"
        while name in shown.tables:
            name += "+"
        shown.tables[name] = [
            [_plain(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)]
            for row in re.findall(r"<tr>(.*?)</tr>", body[body.index("<tbody") :], re.DOTALL)
        ]
    for anchor, section in re.findall(
        r'<section class="section" id="([^"]+)">(.*?)</section>', main, re.DOTALL
    ):
        small = re.search(r"<h2>.*?<small>(.*?)</small></h2>", section, re.DOTALL)
        shown.counts[anchor] = _plain(small[1]) if small else ""
        shown.bullets[anchor] = len(re.findall(r"<li>", section))
    return shown


def _plain(html: str) -> str:
    """Words of a piece of a page; a line break inside a cell is a blank."""
    return " ".join(
        unescape(_TAG.sub("", html.replace("<br>", " ").replace("<small>", " "))).split()
    )
