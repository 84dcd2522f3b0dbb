"""Files that cannot or must not be read: a clear sentence, nothing written, the file untouched."""

from __future__ import annotations

import io
import time
import tracemalloc
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from bps.errors import UsageError
from bps.intake.gate import admit
from bps.intake.mapping import Mapping, read_mapping
from bps.intake.notice import IntakeError
from bps.intake.read import read_office_file
from bps.intake.run import Order, plan_import
from tests.intake.conftest import TODAY, official_rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bps.link import Registry


def refused(path: Path) -> IntakeError:
    before = path.read_bytes()
    with pytest.raises(IntakeError) as caught:
        read_office_file(path)
    assert path.read_bytes() == before
    assert caught.value.words.zh
    assert caught.value.words.en
    assert caught.value.exit_code == 2
    return caught.value


def archive(path: Path, entries: dict[str, bytes], **options: Any) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, **options) as file:
        for name, data in entries.items():
            file.writestr(name, data)
    return path


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.pdf", b"%PDF-1.7 ...", "damaged"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "damaged"),
        ("a.xlsx", b"", "empty"),
        ("a.xlsx", b"no office file at all", "damaged"),
        ("a.docx", b"PK\x03\x04 cut off", "damaged"),
        ("a.bin", b"\x7fELF\0\0\0\0", "cannot be imported"),
        ("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "cannot be imported"),
    ],
)
def test_a_file_of_another_kind_is_refused_by_name(
    tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    error = refused(path)
    assert words in error.words.en
    assert name in error.words.zh


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(IntakeError) as caught:
        admit(tmp_path / "none.xlsx")
    assert "none.xlsx" in caught.value.words.en


def test_a_zip_of_something_else_is_refused(tmp_path: Path) -> None:
    assert "cannot be imported" in refused(archive(tmp_path / "a.xlsx", {"a.txt": b"x"})).words.en


def test_an_opendocument_drawing_is_no_table(tmp_path: Path) -> None:
    kind = b"application/vnd.oasis.opendocument.graphics"
    path = archive(tmp_path / "a.ods", {"mimetype": kind, "content.xml": b"<a/>"})
    assert "cannot be imported" in refused(path).words.en


def test_a_password_is_told_from_damage(make_xlsx: Callable[..., Path], tmp_path: Path) -> None:
    from msoffcrypto.format.ooxml import OOXMLFile

    plain = make_xlsx(official_rows(2))
    locked = tmp_path / "locked.xlsx"
    with plain.open("rb") as source, locked.open("wb") as target:
        OOXMLFile(source).encrypt("secret", target)
    error = refused(locked)
    assert "protected by a password" in error.words.en
    assert "密码" in error.words.zh


def test_a_cut_off_workbook_is_damaged(make_xlsx: Callable[..., Path]) -> None:
    path = make_xlsx(official_rows(5))
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    assert "damaged" in refused(path).words.en


def test_a_workbook_with_broken_parts_is_damaged(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xlsx", {"xl/workbook.xml": b"<not closed"})
    assert "damaged" in refused(path).words.en


def bombs() -> dict[str, Callable[[Path], Path]]:
    book = {"xl/workbook.xml": b"<a/>"}
    mebibyte = 1024 * 1024

    def many(path: Path) -> Path:
        return archive(path, book | {f"xl/{number}.bin": b"" for number in range(2100)})

    def ratio(path: Path) -> Path:
        return archive(path, book | {"xl/worksheets/sheet1.xml": b" " * (8 * mebibyte)})

    def large(path: Path) -> Path:
        return archive(path, book | {"xl/media/a.bin": bytes(51 * mebibyte)})

    def total(path: Path) -> Path:
        noise = bytes(range(256)) * 40 + b"\1"
        block = (noise * 4)[: mebibyte // 64]
        entries = {
            f"xl/media/{n}.bin": (block + b" " * mebibyte)[:mebibyte] * 20 for n in range(11)
        }
        return archive(path, book | entries)

    def doubled(path: Path) -> Path:
        with zipfile.ZipFile(path, "w") as file:
            file.writestr("xl/workbook.xml", "<a/>")
            with pytest.warns(UserWarning, match="Duplicate"):
                file.writestr("xl/workbook.xml", "<b/>")
        return path

    def doctype(path: Path, encoding: str = "utf-8") -> Path:
        text = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'
        return archive(path, {"xl/workbook.xml": text.encode(encoding)})

    def late_doctype(path: Path) -> Path:
        import random

        noise = bytes(random.Random(1).randrange(32, 127) for _ in range(mebibyte - 4))  # noqa: S311
        return archive(path, book | {"xl/styles.xml": noise + b"<!DOCTYPE a>"})

    def encrypted(path: Path) -> Path:
        archive(path, book)
        data = bytearray(path.read_bytes())
        for mark in (b"PK\x03\x04", b"PK\x01\x02"):
            at = data.find(mark)
            data[at + (6 if mark.endswith(b"\x04") else 8)] |= 1
        path.write_bytes(bytes(data))
        return path

    return {
        "entries": many,
        "ratio": ratio,
        "large": large,
        "total": total,
        "doubled": doubled,
        "doctype": doctype,
        "doctype-utf16": lambda path: doctype(path, "utf-16"),
        "doctype-over-a-chunk": late_doctype,
        "encrypted": encrypted,
    }


@pytest.mark.parametrize("bomb", bombs())
def test_a_bomb_is_refused_quickly_and_in_little_memory(tmp_path: Path, bomb: str) -> None:
    path = bombs()[bomb](tmp_path / "a.xlsx")
    tracemalloc.start()
    start = time.perf_counter()
    with pytest.raises(IntakeError):
        admit(path)
    took, peak = time.perf_counter() - start, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert took < 5  # traced; 0.5 s without
    assert peak < 100 * 1024 * 1024


def test_macros_are_ignored_and_said(make_xlsx: Callable[..., Path]) -> None:
    path = make_xlsx(official_rows(2), name="a.xlsm")
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("xl/vbaProject.bin", b"macro")
    office = read_office_file(path)
    assert "macros" in office.notices[0].words.en
    assert office.grids


def test_formulas_are_read_as_their_stored_values_and_said(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet: Any = book.active
    sheet.append(["序号", "服务项目", "服务对象"])
    sheet.append([1, "助餐", "=A2&B2"])
    path = tmp_path / "a.xlsx"
    book.save(path)
    office = read_office_file(path)
    assert "C2 is a formula without a stored result" in office.notices[0].words.en
    assert (office.notices[0].spot.sheet, office.notices[0].spot.row) == ("Sheet", 2)

    text = zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml")
    stored = (
        text.replace(b"<v></v>", b"<v>7</v>")
        .replace(b"<v />", b"<v>7</v>")
        .replace(b"<v/>", b"<v>7</v>")
    )
    assert stored != text
    entries = {n: zipfile.ZipFile(path).read(n) for n in zipfile.ZipFile(path).namelist()}
    archive(path, entries | {"xl/worksheets/sheet1.xml": stored})
    office = read_office_file(path)
    assert 'its stored result "7" was read' in office.notices[0].words.en


def test_hidden_rows_and_sheets_are_read_and_said(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet: Any = book.active
    sheet.append(["序号", "服务项目", "服务对象"])
    sheet.append([1, "助餐", "老人"])
    sheet.row_dimensions[2].hidden = True
    other: Any = book.create_sheet("旧表")
    other.append(["x"])
    other.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    office = read_office_file(tmp_path / "a.xlsx")
    assert [(n.spot.sheet, n.spot.row) for n in office.notices] == [("Sheet", 2), ("旧表", 0)]
    assert len(office.grids[0].rows) == 2


def workbook_parts(sheet: bytes) -> dict[str, bytes]:
    """The parts of a workbook of one sheet."""
    relation = (
        b'<Relationships><Relationship Id="r1" Type="x/worksheet" Target="%s"/></Relationships>'
    )
    return {
        "xl/workbook.xml": b'<w xmlns:r="r"><sheets><sheet name="a" r:id="r1"/></sheets></w>',
        "xl/_rels/workbook.xml.rels": relation % b"worksheets/sheet1.xml",
        "xl/worksheets/sheet1.xml": sheet,
    }


def test_more_than_fifty_thousand_rows_are_refused_before_they_are_built(tmp_path: Path) -> None:
    csv_path = tmp_path / "a.csv"
    csv_path.write_text("序号,服务项目\n" + "1,助餐\n" * 50_001, encoding="utf-8")
    assert "50000" in refused(csv_path).words.en

    row = b"<row><c><v>1</v></c></row>"
    noise = b"".join(b"<!--%d-->" % (n * 7919 % 1000003) for n in range(50_001))
    path = archive(
        tmp_path / "a.xlsx",
        workbook_parts(b'<worksheet xmlns="x">' + row * 50_001 + noise + b"</worksheet>"),
    )
    start = time.perf_counter()
    error = refused(path)
    assert "50000" in error.words.en or "packed more" in error.words.en
    assert time.perf_counter() - start < 2


def test_gb18030_is_read_and_said(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("序号,服务项目,服务对象\n1,助餐,老人\n".encode("gb18030"))
    office = read_office_file(path)
    assert office.grids[0].rows[1].texts == ("1", "助餐", "老人")
    assert "GB18030" in office.notices[0].words.zh


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_in_every_dress_is_read_without_remark(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("序号;服务项目;服务对象\n1;助餐;老人\n".encode(encoding))
    office = read_office_file(path)
    assert office.grids[0].rows[1].texts == ("1", "助餐", "老人")
    assert not office.notices


def test_mixed_encodings_are_refused_with_the_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    lines = [f"{n},测试事项{n},老年人".encode("gb18030") for n in range(5)]
    lines[3] = "3,助餐服务,老年人".encode()
    path.write_bytes(b"\n".join(lines))
    error = refused(path)
    assert "mixes two encodings" in error.words.en
    assert "row 4" in error.words.en
    assert "第4行" in error.words.zh


def test_bytes_of_no_encoding_are_refused_with_the_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b\nc,\xff\xff\xff\n")
    assert "row 2" in refused(path).words.en


def test_a_huge_cell_is_refused_with_the_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('a,b\n1,"' + "x" * 200_000 + '"\n', encoding="utf-8")
    assert "row 2" in refused(path).words.en


def test_a_file_without_items_is_said_and_nothing_written(
    small_root: Path,
    tmp_path: Path,
    registry_of: Callable[[Path], Registry],
    snapshot: Callable[[Path], dict[str, bytes]],
) -> None:
    before = snapshot(small_root)
    path = tmp_path / "a.csv"
    path.write_text("甲,乙\n1,2\n", encoding="utf-8")
    order = Order(file=path, list_id="test-2024", today=TODAY)
    with pytest.raises(UsageError) as caught:
        plan_import(small_root, registry_of(small_root), order)
    assert "No item was found in a.csv" in caught.value.words.en
    assert snapshot(small_root) == before


def test_a_row_too_long_for_a_record_is_listed_and_the_others_are_taken(
    small_root: Path, make_xlsx: Callable[..., Path], registry_of: Callable[[Path], Registry]
) -> None:
    rows = official_rows(3)
    rows[4] = (*rows[4][:3], "很长" * 2000, *rows[4][4:])
    order = Order(file=make_xlsx(rows), list_id="test-2024", today=TODAY)
    plan = plan_import(small_root, registry_of(small_root), order)
    assert len(plan.new) == 3  # two items and the source
    assert any("not written" in notice.words.en for notice in plan.understood.unread)


def test_control_characters_and_hidden_marks_do_not_reach_a_record(
    small_root: Path, tmp_path: Path, registry_of: Callable[[Path], Registry]
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "序号,服务项目,服务对象\n1,助\u200b餐\ufeff,\u202e老\t人\x07\n", encoding="utf-8"
    )
    plan = plan_import(
        small_root, registry_of(small_root), Order(file=path, list_id="test-2024", today=TODAY)
    )
    assert [row.name for row in plan.understood.rows] == ["助餐"]
    assert plan.understood.rows[0].values["recipients"] == "老 人"
    assert not plan.understood.unread


@pytest.mark.parametrize(
    "text", ["- a\n", "columns: [a]\n", "unknown: {}\n", "columns: {a: b\n"], ids=str.strip
)
def test_a_mapping_file_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "m.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_mapping(path)
    # In our own words: nothing of the library's English in a Chinese sentence.
    assert "while parsing" not in caught.value.words.zh + caught.value.words.en


def test_an_empty_mapping_has_no_answers() -> None:
    assert read_mapping(None) == Mapping()


def test_the_library_never_sees_a_refused_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import openpyxl

    def never(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(openpyxl, "load_workbook", never)
    refused(bombs()["doctype"](tmp_path / "a.xlsx"))


def test_an_archive_in_memory_order_is_read_by_its_directory() -> None:
    """A name hidden between entries is not in the directory and is never read."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("a", "b")
    assert zipfile.ZipFile(stream).namelist() == ["a"]


@pytest.mark.parametrize("name", ["libreoffice.xlsx", "libreoffice.docx"])
def test_files_of_another_program_are_read(
    small_root: Path, repository: Path, registry_of: Callable[[Path], Registry], name: str
) -> None:
    path = repository / "tests/intake/files" / name
    plan = plan_import(
        small_root, registry_of(small_root), Order(file=path, list_id="test-2024", today=TODAY)
    )
    assert [(row.number, row.name, row.area, row.category) for row in plan.understood.rows] == [
        (1, "测试助餐", "幼有所育", "优孕优生服务"),
        (2, "测试助浴", "幼有所育", "优孕优生服务"),
        (3, "测试助学", "学有所教", "义务教育服务"),
    ]
    assert not plan.questions
    assert len(plan.understood.unread) == 1


def pdf_of(stream: bytes, head: bytes = b"/Filter /FlateDecode") -> bytes:
    """A PDF with one stream."""
    return (
        b"%PDF-1.7\n1 0 obj\n<< /Length 9 "
        + head
        + b" >>\nstream\n"
        + stream
        + b"\nendstream\nendobj\n"
    )


@pytest.mark.parametrize(
    "head", [b"/Filter /FlateDecode", b"/Filter [/FlateDecode /FlateDecode]"], ids=["one", "two"]
)
def test_a_pdf_that_unpacks_without_end_is_refused(tmp_path: Path, head: bytes) -> None:
    import zlib

    packer = zlib.compressobj(9)
    zeros = b"\0" * 1024 * 1024
    packed = b"".join(packer.compress(zeros) for _ in range(220)) + packer.flush()
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_of(packed, head))
    assert "unpacks too large" in refused(path).words.en


def test_a_scan_is_recognised_and_refused(tmp_path: Path) -> None:
    from tests.support.office_formats import write_ofd

    picture = '<ofd:ImageObject ID="3" Boundary="0 0 210 297" ResourceID="1"/>'
    assert "is a scan" in refused(write_ofd(tmp_path / "a.ofd", picture)).words.en


def test_a_scan_in_a_pdf_is_refused_as_one(tmp_path: Path) -> None:
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    pixel = io.BytesIO(b"P6 1 1 255 \xff\xff\xff")
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.drawImage(ImageReader(pixel), 0, 0, 500, 700)
    canvas.save()
    error = refused(tmp_path / "a.pdf")
    assert "is a scan" in error.words.en
    assert "扫描件" in error.words.zh


def test_a_locked_pdf_is_said_to_be_locked(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "a.pdf"), encrypt="secret")
    canvas.drawString(100, 700, "text")
    canvas.save()
    assert "password" in refused(tmp_path / "a.pdf").words.en


def test_a_locked_ofd_or_opendocument_is_said_to_be_locked(tmp_path: Path) -> None:
    ofd = archive(tmp_path / "a.ofd", {"OFD.xml": b"<OFD/>", "Doc_0/Encryptions.xml": b"<a/>"})
    assert "password" in refused(ofd).words.en
    mime = b"application/vnd.oasis.opendocument.spreadsheet"
    manifest = b"<manifest><encryption-data/></manifest>"
    parts = {"mimetype": mime, "content.xml": b"x", "META-INF/manifest.xml": manifest}
    assert "password" in refused(archive(tmp_path / "a.ods", parts)).words.en


def test_a_document_type_in_a_single_piece_of_xml_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">&b;</Workbook>'
    )
    assert "declares a document type" in refused(path).words.en


@pytest.mark.parametrize("kind", ["ods", "htm", "xml", "odt", "docx", "rtf"])
def test_more_than_fifty_thousand_rows_are_refused_in_every_format(
    tmp_path: Path, kind: str
) -> None:
    from tests.support.office_formats import write_table

    path = write_table(tmp_path / f"a.{kind}", [("甲", "乙")] * 50_001)
    words = refused(path).words.en
    assert "50000" in words or "packed more" in words


def test_old_text_documents_are_read_where_libreoffice_is_and_else_the_way_out_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bps.intake.readers.office_suite import read_by_office_suite
    from tests.support.office import paragraph, write_docx

    path = tmp_path / "旧文件.doc"
    path.write_bytes(b"an old document")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(IntakeError, match=r"\.docx"):
        read_by_office_suite(path)
    # A program of that name that converts everything into one document.
    new = write_docx(tmp_path / "new.docx", paragraph("测试文字"))
    programs = tmp_path / "bin"
    programs.mkdir()
    program = programs / "soffice"
    program.write_text(
        '#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\n'
        f'/bin/mkdir -p "$2"; /bin/cp {new} "$2/document.docx"\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(programs))
    office = read_by_office_suite(path)
    assert office.name == "旧文件.doc"
    assert office.grids[0].rows[0].texts == ("测试文字",)
    assert "LibreOffice" in office.notices[0].words.zh


def test_a_missing_reader_says_what_to_install() -> None:
    from bps.intake.readers.limits import heavy

    with pytest.raises(IntakeError) as caught, heavy("PDF", "清单.pdf"):
        raise ImportError
    assert "make site" in caught.value.words.zh
    assert "bps[intake]" in caught.value.words.en
