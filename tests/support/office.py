"""Office files built part by part, for what no library writes."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OPEN: Final = (
    f'<w:{{tag}} xmlns:w="{W}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml">{content}</w:{tag}>'
)
_RELATIONS: Final = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def write_archive(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """Write a zip archive of parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return path


def write_docx(path: Path, body: str, **parts: str) -> Path:
    """Write a document.

    Args:
        path: Where to.
        body: Content of its body, in WordprocessingML with the prefix w.
        **parts: Content of further parts by name: numbering, styles, comments, footnotes.
    """
    links = "".join(
        f'<Relationship Id="r{name}" Type="x/{name}" Target="{name}.xml"/>' for name in parts
    )
    main = '<Relationship Id="r1" Type="x/officeDocument" Target="word/document.xml"/>'
    return write_archive(
        path,
        {
            "_rels/.rels": _RELATIONS.format(main),
            "word/_rels/document.xml.rels": _RELATIONS.format(links),
            "word/document.xml": _OPEN.format(tag="document", content=f"<w:body>{body}</w:body>"),
            **{
                f"word/{name}.xml": _OPEN.format(tag=name, content=content)
                for name, content in parts.items()
            },
        },
    )


def run(text: str, look: str = "") -> str:
    """A run of a document."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    """A paragraph; plain texts become runs."""
    content = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p>{content}</w:p>"


def cell(*content: str, look: str = "") -> str:
    """A cell; plain texts become paragraphs."""
    inner = "".join(
        each if each.startswith(("<w:p", "<w:tbl")) else paragraph(each) for each in content
    )
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, look: str = "") -> str:
    """A row; plain texts become cells."""
    inner = "".join(each if each.startswith("<w:") else cell(each) for each in cells)
    return f"<w:tr><w:trPr>{look}</w:trPr>{inner}</w:tr>"


def table(*rows: str, columns: int = 3) -> str:
    """A table."""
    grid = "<w:gridCol/>" * columns
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
