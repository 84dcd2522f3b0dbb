"""One XLSX workbook, written directly: bytes depend on nothing but the data.

Every cell is an inline string, a number or a day, so no program can take a text for a formula, and
a sum of amounts is their sum. A date of which only the year or the month is known stays a text. The
first sheet says what the others are. Zip entries carry a fixed date.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from bps.export.relational import DataTable, Field

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bps.export.relational import Value

# The earliest date a zip entry can carry: it says nothing, and it never changes.
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_SHEET_NAME_LENGTH = 31
_CELL_LENGTH = 32_767
_WIDTH = 18  # [characters]
# Spreadsheets keep fifteen digits; a longer number stays a text.
_DIGITS = 15
_DAY = "2026-01-31"
# Days are counted from here; before 1 March 1900 programs count differently.
_EPOCH = date(1899, 12, 30)
_FIRST_SERIAL = 61
# Characters that XML 1.0 cannot hold at all.
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KINDS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def workbook_bytes(tables: Iterable[DataTable]) -> bytes:
    """Write a workbook with one sheet per table.

    Args:
        tables: The tables; those without a row and tables of links are left out.

    Returns:
        The bytes of the file.
    """
    chosen = [table for table in tables if table.rows and not table.links]
    chosen.insert(0, _about(chosen))
    names = _sheet_names([table.name for table in chosen])
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:

        def put(name: str, text: str) -> None:
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, _HEAD + text)

        put("[Content_Types].xml", _content_types(len(chosen)))
        put("_rels/.rels", _root_relations())
        put("xl/workbook.xml", _workbook(names))
        put("xl/_rels/workbook.xml.rels", _workbook_relations(len(chosen)))
        put("xl/styles.xml", _STYLES)
        for number, table in enumerate(chosen, start=1):
            put(f"xl/worksheets/sheet{number}.xml", _sheet(table))
    return buffer.getvalue()


def _sheet_names(names: Sequence[str]) -> list[str]:
    """Names of at most 31 characters, no two alike."""
    found: list[str] = []
    for name in names:
        short, number = name[:_SHEET_NAME_LENGTH], 2
        while short in found:
            tail = f"_{number}"
            short, number = name[: _SHEET_NAME_LENGTH - len(tail)] + tail, number + 1
        found.append(short)
    return found


def _content_types(sheets: int) -> str:
    parts = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_KINDS}.worksheet+xml"/>'
        for n in range(1, sheets + 1)
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KINDS}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_KINDS}.styles+xml"/>'
        f"{parts}</Types>"
    )


def _root_relations() -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    )


def _workbook(names: Sequence[str]) -> str:
    sheets = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"/>'
        for n, name in enumerate(names, start=1)
    )
    return f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>{sheets}</sheets></workbook>'


def _workbook_relations(sheets: int) -> str:
    parts = "".join(
        f'<Relationship Id="rId{n}" Type="{_RELATIONS}/worksheet" '
        f'Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, sheets + 1)
    )
    styles = f'<Relationship Id="rId{sheets + 1}" Type="{_RELATIONS}/styles" Target="styles.xml"/>'
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{parts}{styles}</Relationships>'


# Style 0 is text, 1 the heading in bold, 2 a number, 3 a day.
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
    '</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
    '<borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0"/></cellStyleXfs>'
    '<cellXfs count="4"><xf numFmtId="49" fontId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="49" fontId="1" applyFont="1" applyNumberFormat="1"/>'
    '<xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="0" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def _sheet(table: DataTable) -> str:
    head = "".join(_text(one.name, 1) for one in table.fields)
    rows = [f"<row>{head}</row>"]
    kinds = [one.kind for one in table.fields]
    for row in table.rows:
        cells = "".join(_cell(value, kind) for value, kind in zip(row, kinds, strict=True))
        rows.append(f"<row>{cells}</row>")
    last = f"{column_letters(len(table.fields))}{len(table.rows) + 1}"
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        f"</sheetView></sheetViews>"
        f'<cols><col min="1" max="{len(table.fields)}" width="{_WIDTH}" customWidth="1"/></cols>'
        f"<sheetData>{''.join(rows)}</sheetData>"
        f'<autoFilter ref="A1:{last}"/></worksheet>'
    )


def _cell(value: Value, kind: str) -> str:
    """A cell of its kind; what fits no number or day of a spreadsheet stays the text it is."""
    if isinstance(value, int):
        return f'<c s="2"><v>{value}</v></c>'
    if value is None or kind == "text" or len(value) > _DIGITS:
        return _text(value, 0)
    if kind == "decimal":
        return f'<c s="2"><v>{value}</v></c>'
    if kind == "date" and len(value) == len(_DAY):
        serial = (date.fromisoformat(value) - _EPOCH).days
        return f'<c s="3"><v>{serial}</v></c>' if serial >= _FIRST_SERIAL else _text(value, 0)
    return _text(value, 0)


def column_letters(number: int) -> str:
    """Letters of a column, counted from 1.

    Examples:
        >>> [column_letters(number) for number in (1, 26, 27, 703)]
        ['A', 'Z', 'AA', 'AAA']
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _about(tables: Sequence[DataTable]) -> DataTable:
    """The first sheet: what the tables hold, how to read them, and the licence."""
    lines = [
        ("基本公共服务登记库的数据", "Data of the register of basic public services"),
        ("许可：CC BY 4.0，见 LICENSE-DATA", "Licence: CC BY 4.0, see LICENSE-DATA"),
        (
            "数字和日期是数值；只知道年或月的日期是文字",
            "Numbers and days are values; a year or a month alone is text",
        ),
        (
            "几个值用“ | ”隔开；编号对应 id 列",
            "Several values are separated by “ | ”; ids refer to the column id",
        ),
    ]
    rows: list[list[Value]] = [[zh, en, None] for zh, en in lines]
    rows += [
        [table.name, ", ".join(one.name for one in table.fields), len(table.rows)]
        for table in tables
    ]
    fields = [Field("table"), Field("columns"), Field("rows", "integer")]
    return DataTable("about", fields, ("table",), rows=rows)


def _text(value: str | None, style: int) -> str:
    if value is None:
        return "<c/>"
    text = escape(_NOT_XML.sub("", value)[:_CELL_LENGTH])
    return f'<c s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
