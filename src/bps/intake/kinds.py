"""What an office file is, told from its content: its name may say anything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from bps.intake.notice import IntakeError
from bps.intake.readers.limits import damaged

if TYPE_CHECKING:
    import zipfile
    from pathlib import Path

Kind = Literal[
    "xlsx", "xlsb", "xls", "ods", "spreadsheetml", "html", "csv",
    "docx", "odt", "rtf", "doc", "pdf", "ofd",
]  # fmt: skip
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PAGE: Final = re.compile(
    rb"^\s*(?:<\?xml[^>]{0,200}\?>\s*|<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|meta|body|table|div|style)\b",
    re.IGNORECASE | re.DOTALL,
)
_MIME: Final = re.compile(rb"^\s*(?:[A-Za-z-]+:[^\n]*\n\s?)*MIME-Version:", re.IGNORECASE)
_SHEETS: Final = b"urn:schemas-microsoft-com:office:spreadsheet"
_WORD_XML: Final = (b"wordDocument", b"<pkg:package")
# Pictures, programs and the like, by their first bytes.
_OTHERS: Final = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"MZ",
    b"\x7fELF",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
)
_FEW: Final = 0.02


def kind_of_start(path: Path, start: bytes) -> Kind:
    """The kind of a file that is no zip archive.

    Args:
        path: The file.
        start: Its first bytes.

    Raises:
        IntakeError: If it is of a kind that cannot be read, or locked.
    """
    if start.startswith(_OLE):
        return _kind_of_compound(path)
    if b"%PDF-" in start[:1024]:
        return "pdf"
    if start.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    plain = _narrow(start)
    if _PAGE.match(plain) or _MIME.match(plain):
        return "html"
    if plain.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<?xml") or _SHEETS in plain:
        return _kind_of_xml(path, plain)
    if start.startswith(_OTHERS) or (b"\0" in start and utf16_of(start) is None):
        raise wrong_kind(path)
    if path.suffix.lower() in {".xlsx", ".xlsm", ".docx", ".ods", ".odt", ".ofd", ".xlsb", ".pdf"}:
        raise IntakeError(
            f"{path.name} 已损坏：内容不是 Office 文件；请从原单位重新取得",
            f"{path.name} is damaged: the content is no office file; get it again from its owner",
        )
    return "csv"


def utf16_of(start: bytes) -> str | None:
    """Which order UTF-16 has in a text, with or without a mark; None for other texts.

    Examples:
        >>> utf16_of("a,b".encode("utf-16-be")), utf16_of(b"a,b")
        ('utf-16-be', None)
    """
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16-le" if start[0] == 0xFF else "utf-16-be"  # noqa: PLR2004 - the mark
    even, odd = start[0::2].count(0), start[1::2].count(0)
    if not even and not odd:
        return None
    # Signs, figures and line ends of a table have their zero on one side only.
    small, large = sorted((even, odd))
    if small > large * _FEW or large < len(start) * _FEW:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _narrow(start: bytes) -> bytes:
    order = utf16_of(start)
    return start if order is None else start.decode(order, "ignore").encode()


def _kind_of_xml(path: Path, plain: bytes) -> Kind:
    if _SHEETS in plain:
        return "spreadsheetml"
    if b"office:document" in plain:
        name = path.suffix.lower()
        return "ods" if name == ".fods" or b"opendocument.spreadsheet" in plain else "odt"
    if any(mark in plain for mark in _WORD_XML):
        return "doc"
    raise wrong_kind(path)


def _kind_of_compound(path: Path) -> Kind:
    """Tell a workbook from a document, and a locked file from an open one: all begin alike."""
    import msoffcrypto
    import olefile

    try:
        with olefile.OleFileIO(path) as file:
            streams = {name[0].lower() for name in file.listdir()}
        with path.open("rb") as raw:
            is_locked = "encryptedpackage" in streams or msoffcrypto.OfficeFile(raw).is_encrypted()
    except Exception:  # noqa: BLE001 - the libraries raise many kinds on damaged files
        raise damaged(path.name) from None
    if is_locked:
        raise locked(path)
    if streams & {"workbook", "book"}:
        return "xls"
    if "worddocument" in streams:
        return "doc"
    raise wrong_kind(path)


def kind_of_archive(path: Path, names: frozenset[str], archive: zipfile.ZipFile) -> Kind:
    """The kind of a zip archive.

    Args:
        path: The file.
        names: Names of its entries.
        archive: The archive.

    Raises:
        IntakeError: If it is of another kind, or locked.
    """
    marks: dict[str, Kind] = {
        "xl/workbook.xml": "xlsx",
        "xl/workbook.bin": "xlsb",
        "word/document.xml": "docx",
        "OFD.xml": "ofd",
    }
    for name, kind in marks.items():
        if name in names:
            return kind
    if "content.xml" in names and "mimetype" in names:
        if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read(
            "META-INF/manifest.xml"
        ):
            raise locked(path)
        kind_name = archive.read("mimetype")[:100]
        if b"spreadsheet" in kind_name:
            return "ods"
        if b"opendocument.text" in kind_name:
            return "odt"
    raise wrong_kind(path)


def locked(path: Path) -> IntakeError:
    """The refusal of a file with a password."""
    return IntakeError(
        f"{path.name} 有密码保护；请在 Excel、Word 或 WPS 中取消密码后另存，再导入",
        f"{path.name} is protected by a password; remove it in Excel, Word or WPS, save, import again",
    )


def wrong_kind(path: Path) -> IntakeError:
    """The refusal of a file that is no table or text of an office."""
    return IntakeError(
        f"{path.name} 不是能导入的文件；可导入 Excel、Word、WPS、PDF、OFD、OpenDocument、CSV",
        f"{path.name} cannot be imported; Excel, Word, WPS, PDF, OFD, OpenDocument and CSV files can",
    )
