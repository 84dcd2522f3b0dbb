"""What an office file must pass before any library opens it.

Workbooks and documents are zip archives of XML. The libraries that read them trust both, so that
bombs, encrypted or doubled entries and document types are refused here, by counting.
"""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from bps.intake.notice import IntakeError, Notice, note

if TYPE_CHECKING:
    from pathlib import Path

Kind = Literal["xlsx", "docx", "csv"]
MEBIBYTE: Final = 1024 * 1024
MAX_ENTRIES: Final = 2_000
MAX_ENTRY_BYTES: Final = 50 * MEBIBYTE
MAX_TOTAL_BYTES: Final = 200 * MEBIBYTE
MAX_RATIO: Final = 100
MAX_FILE_BYTES: Final = 50 * MEBIBYTE
# Entries this small cannot hurt, and short XML of many equal cells packs well.
_SMALL: Final = 256 * 1024
_CHUNK: Final = MEBIBYTE
_ZIP: Final = b"PK\x03\x04"
_EMPTY_ZIP: Final = b"PK\x05\x06"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF: Final = b"%PDF"
_DOCTYPES: Final = tuple(
    word.encode(encoding)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be")
)
_ENCRYPTED: Final = 0x1


@dataclass(frozen=True, slots=True)
class Admitted:
    """A file that may be read.

    Attributes:
        path: The file.
        kind: How to read it.
        notices: What was seen at the gate.
    """

    path: Path
    kind: Kind
    notices: tuple[Notice, ...] = ()


def admit(path: Path) -> Admitted:
    """Look at a file before it is opened by a library.

    Args:
        path: The office's own file; only read.

    Returns:
        The kind of the file, told from its content and not from its name.

    Raises:
        IntakeError: If it is of another kind, locked, damaged, or built to do harm.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(4096)
    except OSError as error:
        raise IntakeError(
            f"无法读取文件 {path.name}：{error.strerror}",
            f"Cannot read {path.name}: {error.strerror}",
        ) from None
    if size == 0:
        raise IntakeError(f"{path.name} 是空文件", f"{path.name} is empty")
    if size > MAX_FILE_BYTES:
        raise IntakeError(
            f"{path.name} 超过50 MiB，请拆分后再导入",
            f"{path.name} is larger than 50 MiB; split it before the import",
        )
    if start.startswith((_ZIP, _EMPTY_ZIP)):
        return _admit_archive(path)
    _refuse_other(path, start)
    return Admitted(path, "csv")


def _refuse_other(path: Path, start: bytes) -> None:
    if start.startswith(_OLE):
        raise _ole_error(path)
    if start.startswith(_PDF):
        raise IntakeError(
            f"{path.name} 是 PDF，读不出表格；请取得 XLSX、DOCX 或 CSV 文件",
            f"{path.name} is a PDF, from which no table can be read; get the XLSX, DOCX or CSV file",
        )
    is_utf16 = start.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\0" in start and not is_utf16:
        raise _wrong_kind(path)
    if path.suffix.lower() in {".xlsx", ".xlsm", ".docx"}:
        raise IntakeError(
            f"{path.name} 已损坏：内容不是 Office 文件；请从原单位重新取得",
            f"{path.name} is damaged: the content is no office file; get it again from its owner",
        )


def _wrong_kind(path: Path) -> IntakeError:
    return IntakeError(
        f"{path.name} 不是能导入的文件；可导入 XLSX、DOCX、CSV",
        f"{path.name} cannot be imported; XLSX, DOCX and CSV can",
    )


def _ole_error(path: Path) -> IntakeError:
    """Tell a locked new file from an old one: both begin alike."""
    import msoffcrypto

    try:
        with path.open("rb") as file:
            locked = msoffcrypto.OfficeFile(file).is_encrypted()
    except Exception:  # noqa: BLE001 - the library raises many kinds on damaged files
        return IntakeError(
            f"{path.name} 已损坏，无法打开；请从原单位重新取得",
            f"{path.name} is damaged and cannot be opened; get it again from its owner",
        )
    if locked:
        return IntakeError(
            f"{path.name} 有密码保护；请在 Excel 或 Word 中取消密码后另存，再导入",
            f"{path.name} is protected by a password; remove it in Excel or Word, save, import again",
        )
    return IntakeError(
        f"{path.name} 是旧格式（.xls 或 .doc）；请另存为 .xlsx 或 .docx",
        f"{path.name} has the old format (.xls or .doc); save it as .xlsx or .docx",
    )


def _admit_archive(path: Path) -> Admitted:
    try:
        with zipfile.ZipFile(path) as archive:
            names = _check_entries(path, archive)
            _check_contents(path, archive)
    except (
        zipfile.BadZipFile,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
        zlib.error,
    ):
        raise IntakeError(
            f"{path.name} 已损坏，无法打开；请从原单位重新取得",
            f"{path.name} is damaged and cannot be opened; get it again from its owner",
        ) from None
    kind = _kind_of(path, names)
    notices = []
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        notices.append(
            note(
                "文件含有宏；宏不会运行，也不会读取",
                "The file holds macros; they are neither run nor read",
            )
        )
    if any("externallinks/" in name.lower() for name in names):
        notices.append(
            note(
                "文件链接到其他文件；链接不会打开",
                "The file links to other files; links are not followed",
            )
        )
    return Admitted(path, kind, tuple(notices))


def _kind_of(path: Path, names: frozenset[str]) -> Kind:
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "word/document.xml" in names:
        return "docx"
    if "content.xml" in names and "mimetype" in names:
        raise IntakeError(
            f"{path.name} 是 OpenDocument 文件；请另存为 .xlsx 或 .docx",
            f"{path.name} is an OpenDocument file; save it as .xlsx or .docx",
        )
    raise _wrong_kind(path)


def _check_entries(path: Path, archive: zipfile.ZipFile) -> frozenset[str]:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if len(entries) > MAX_ENTRIES:
        raise _hostile(path, f"内有{len(entries)}个条目", f"it holds {len(entries)} entries")
    if len(set(names)) != len(names):
        raise _hostile(path, "内有重名条目", "it holds two entries of one name")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise IntakeError(
            f"{path.name} 的内容已加密；请取消密码后再导入",
            f"The content of {path.name} is encrypted; remove the password and import again",
        )
    for entry in entries:
        packed = max(entry.compress_size, 1)
        if entry.file_size > MAX_ENTRY_BYTES:
            raise _hostile(
                path, f"{entry.filename} 展开后过大", f"{entry.filename} unpacks too large"
            )
        if entry.file_size > _SMALL and entry.file_size / packed > MAX_RATIO:
            raise _hostile(
                path,
                f"{entry.filename} 的压缩比超过{MAX_RATIO}",
                f"{entry.filename} is packed more than {MAX_RATIO} to 1",
            )
    if sum(entry.file_size for entry in entries) > MAX_TOTAL_BYTES:
        raise _hostile(path, "展开后过大", "it unpacks too large")
    return frozenset(names)


def _check_contents(path: Path, archive: zipfile.ZipFile) -> None:
    """Refuse document types, which office files must not have, without keeping content in memory."""
    for entry in archive.infolist():
        if not entry.filename.lower().endswith((".xml", ".rels", ".vml")):
            continue
        tail = b""
        with archive.open(entry) as stream:
            while chunk := stream.read(_CHUNK):
                window = tail + chunk
                if any(word in window for word in _DOCTYPES):
                    raise _hostile(
                        path,
                        f"{entry.filename} 含有文档类型声明",
                        f"{entry.filename} declares a document type",
                    )
                tail = window[-32:]


def _hostile(path: Path, zh: str, en: str) -> IntakeError:
    return IntakeError(
        f"{path.name} 不予打开：{zh}，正常的 Office 文件不会这样",
        f"{path.name} is not opened: {en}, which no ordinary office file does",
    )
