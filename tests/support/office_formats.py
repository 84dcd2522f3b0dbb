"""One table as a file of each format, made by other people's libraries or by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from tests.support.office import paragraph, row, table, write_archive, write_docx

if TYPE_CHECKING:
    from pathlib import Path

Rows = Sequence[Sequence[str]]
_ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
)


def _xlsx(path: Path, rows: Rows) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet: Any = book.active
    for texts in rows:
        sheet.append(list(texts))
    book.save(path)


def _xls(path: Path, rows: Rows) -> None:
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("清单")
    for at, texts in enumerate(rows):
        for column, text in enumerate(texts):
            sheet.write(at, column, text)
    book.save(str(path))


def _csv(path: Path, rows: Rows) -> None:
    lines = (",".join(f'"{text}"' for text in texts) for texts in rows)
    path.write_text("\n".join(lines), encoding="utf-8")


def _html(path: Path, rows: Rows) -> None:
    lines = ("".join(f"<td>{escape(text)}</td>" for text in texts) for texts in rows)
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    page = f'<html><head><meta charset="gbk"></head><body><table>{body}</table></body></html>'
    path.write_bytes(page.encode("gbk"))


def _spreadsheet_xml(path: Path, rows: Rows) -> None:
    name = "urn:schemas-microsoft-com:office:spreadsheet"
    cell = '<Cell><Data ss:Type="String">{}</Data></Cell>'
    lines = ("".join(cell.format(escape(text)) for text in texts) for texts in rows)
    body = "".join(f"<Row>{line}</Row>" for line in lines)
    path.write_text(
        f'<?xml version="1.0"?><Workbook xmlns="{name}" xmlns:ss="{name}">'
        f'<Worksheet ss:Name="清单"><Table>{body}</Table></Worksheet></Workbook>',
        encoding="utf-8",
    )


def odf_table(rows: Rows) -> str:
    """A table in OpenDocument XML."""
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    lines = ("".join(cell.format(escape(text)) for text in texts) for texts in rows)
    body = "".join(f"<table:table-row>{line}</table:table-row>" for line in lines)
    return f'<table:table table:name="清单">{body}</table:table>'


def write_odf(path: Path, kind: str, body: str, styles: str = "") -> Path:
    """Write an OpenDocument file of a kind, `spreadsheet` or `text`."""
    content = (
        f"<office:document-content {_ODF}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )
    mime = f"application/vnd.oasis.opendocument.{kind}"
    return write_archive(path, {"mimetype": mime, "content.xml": content})


def _ods(path: Path, rows: Rows) -> None:
    write_odf(path, "spreadsheet", odf_table(rows))


def _odt(path: Path, rows: Rows) -> None:
    write_odf(path, "text", odf_table(rows))


def _docx(path: Path, rows: Rows) -> None:
    write_docx(path, table(*(row(*texts) for texts in rows), columns=len(rows[0])) + paragraph(""))


def _rtf(path: Path, rows: Rows) -> None:
    def coded(text: str) -> str:
        return "".join(char if char.isascii() else f"\\u{ord(char)}?" for char in text)

    shape = "".join(f"\\cellx{1000 * at}" for at in range(1, len(rows[0]) + 1))
    lines = (
        "\\trowd"
        + shape
        + "".join(f"\\pard\\intbl {coded(text)}\\cell" for text in texts)
        + "\\row\n"
        for texts in rows
    )
    path.write_text(
        "{\\rtf1\\ansi\\ansicpg936\\uc1\n" + "".join(lines) + "\\pard }", encoding="ascii"
    )


def _pdf(path: Path, rows: Rows) -> None:
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import LongTable, SimpleDocTemplate

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    style = [
        ("FONT", (0, 0), (-1, -1), "STSong-Light", 9),
        ("GRID", (0, 0), (-1, -1), 0.5, "black"),
    ]
    SimpleDocTemplate(str(path), pagesize=landscape(A4), invariant=True).build(
        [LongTable([list(texts) for texts in rows], style=style, repeatRows=1)]
    )


def ofd_text(text: str, x: float, y: float, size: float = 3.5) -> str:
    """A text object of an OFD page, in millimetres."""
    deltas = f"g {len(text) - 1} {size}" if len(text) > 1 else ""
    return (
        f'<ofd:TextObject ID="1" Boundary="{x} {y} 60 {size}" Font="1" Size="{size}">'
        f'<ofd:TextCode X="0" Y="{size * 0.86}" DeltaX="{deltas}">{escape(text)}</ofd:TextCode>'
        "</ofd:TextObject>"
    )


def ofd_line(x0: float, y0: float, x1: float, y1: float) -> str:
    """A line of an OFD page, in millimetres."""
    return (
        f'<ofd:PathObject ID="2" Boundary="{x0} {y0} {x1 - x0} {y1 - y0}" LineWidth="0.3">'
        f"<ofd:AbbreviatedData>M 0 0 L {x1 - x0} {y1 - y0}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def write_ofd(path: Path, *pages: str, width: int = 297, height: int = 210) -> Path:
    """Write an OFD document of pages, each given as the objects on it."""
    name = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    listed = "".join(
        f'<ofd:Page ID="{at}" BaseLoc="Pages/Page_{at}/Content.xml"/>' for at in range(len(pages))
    )
    parts = {
        "OFD.xml": f"<ofd:OFD {name}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
        "</ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {name}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>"
        f"0 0 {width} {height}</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>"
        f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
    }
    for at, objects in enumerate(pages):
        parts[f"Doc_0/Pages/Page_{at}/Content.xml"] = (
            f'<ofd:Page {name}><ofd:Content><ofd:Layer ID="9">{objects}</ofd:Layer></ofd:Content></ofd:Page>'
        )
    return write_archive(path, parts)


def _ofd(path: Path, rows: Rows) -> None:
    step, tall = 38.0, 8.0
    right, bottom = 10 + step * len(rows[0]), 10 + tall * len(rows)
    objects = [ofd_line(10, 10 + tall * at, right, 10 + tall * at) for at in range(len(rows) + 1)]
    objects += [
        ofd_line(10 + step * at, 10, 10 + step * at, bottom) for at in range(len(rows[0]) + 1)
    ]
    objects += [
        ofd_text(text, 11 + step * column, 12 + tall * at)
        for at, texts in enumerate(rows)
        for column, text in enumerate(texts)
        if text
    ]
    write_ofd(path, "".join(objects))


WRITERS: dict[str, Callable[[Path, Any], None]] = {
    "xlsx": _xlsx, "xls": _xls, "csv": _csv, "htm": _html, "xml": _spreadsheet_xml, "ods": _ods,
    "odt": _odt, "docx": _docx, "rtf": _rtf, "pdf": _pdf, "ofd": _ofd,
}  # fmt: skip


def write_table(path: Path, rows: Rows) -> Path:
    """Write a table in the format that the name says."""
    WRITERS[path.suffix.removeprefix(".")](path, rows)
    return path
