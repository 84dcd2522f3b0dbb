"""One XLSX workbook, written directly: text is always text, bytes depend on nothing but the data.

Every cell is an inline string or a number, so no program can take a text for a formula. Zip
entries carry a fixed date.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bps.export.relational import DataTable

# The earliest date a zip entry can carry: it says nothing, and it never changes.
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_SHEET_NAME_LENGTH = 31
_CELL_LENGTH = 32_767
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


# Style 1 is the heading: bold; style 0 is everything else, formatted as text.
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
    '<borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="49" fontId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="49" fontId="1" applyFont="1" applyNumberFormat="1"/>'
    '<xf numFmtId="0" fontId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def _sheet(table: DataTable) -> str:
    head = "".join(_text(one.name, 1) for one in table.fields)
    rows = [f"<row>{head}</row>"]
    for row in table.rows:
        cells = "".join(
            f'<c s="2"><v>{value}</v></c>' if isinstance(value, int) else _text(value, 0)
            for value in row
        )
        rows.append(f"<row>{cells}</row>")
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        f"</sheetView></sheetViews><sheetData>{''.join(rows)}</sheetData></worksheet>"
    )


def _text(value: str | None, style: int) -> str:
    if value is None:
        return "<c/>"
    text = escape(_NOT_XML.sub("", value)[:_CELL_LENGTH])
    return f'<c s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
