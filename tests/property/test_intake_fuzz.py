"""Whatever comes in, the readers answer: with a value or with one of our own exceptions."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bps.codes import StandardCode, find_codes, parse_code
from bps.errors import BpsError
from bps.formulas import guard_cell, unguard_cell
from bps.intake.mapping import Mapping
from bps.intake.numbering import split_number
from bps.intake.read import read_office_file
from bps.intake.understand import understand

QUICK = settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
PIECES = st.sampled_from(
    [
        "GB",
        "/T",
        "DB",
        "44",
        "4403",
        "T/",
        "Q/",
        "-",
        "—",
        " ",
        "2020",
        "1.1",
        "建标",
        "ISO",
        "号",
        "〔2021〕",
        "XG1",
    ]
)
CODES = st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=8).map("".join))
RISKY = st.text(alphabet="='+-@\t\r\n\0 ＝＋－＠a1|", max_size=12)


def read_or_refuse(path: Path) -> None:
    """Read a file as the import does; a refusal of our own kind is an answer, too."""
    try:
        office = read_office_file(path)
    except BpsError:
        return
    understand(office, mapping=Mapping())


@QUICK
@given(CODES)
@example("GB/T 1.1-2020")
def test_any_text_is_a_code_or_is_refused_with_a_reason(text: str) -> None:
    code = parse_code(text, today_year=2026)
    assert isinstance(code, StandardCode)
    if not code.is_valid:
        assert code.reason is not None
        return
    assert code.canonical is not None
    again = parse_code(code.canonical, today_year=2026)
    assert (again.canonical, again.class_) == (code.canonical, code.class_)


@QUICK
@given(CODES)
def test_codes_found_in_a_text_are_valid(text: str) -> None:
    assert all(code.is_valid for code in find_codes(text))


@QUICK
@given(RISKY)
def test_a_guarded_cell_is_text_for_a_spreadsheet_and_comes_back_as_it_was(text: str) -> None:
    guarded = guard_cell(text)
    assert unguard_cell(guarded) == text
    is_number = re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", guarded) is not None
    assert is_number or guarded[:1] not in tuple("=+-@\t\r＝＋－＠")


@QUICK
@given(st.text(max_size=60))
def test_any_heading_splits(text: str) -> None:
    assert split_number(text).text is not None


@QUICK
@given(st.binary(max_size=400))
def test_any_bytes_as_a_table_are_read_or_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    read_or_refuse(path)


@pytest.mark.parametrize("name", ["libreoffice.xlsx", "libreoffice.docx"])
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(where=st.floats(0, 1), length=st.integers(1, 64), value=st.integers(0, 255))
def test_a_damaged_office_file_is_read_or_refused(
    tmp_path: Path, repository: Path, name: str, where: float, length: int, value: int
) -> None:
    data = bytearray((repository / "tests/intake/files" / name).read_bytes())
    at = int(where * (len(data) - 1))
    data[at : at + length] = bytes([value]) * min(length, len(data) - at)
    path = tmp_path / name
    path.write_bytes(bytes(data))
    read_or_refuse(path)


@pytest.mark.parametrize("name", ["libreoffice.xlsx", "libreoffice.docx"])
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    part=st.integers(0, 30),
    where=st.floats(0, 1),
    junk=st.sampled_from([b"<", b">", b"&", b'"', b"/", b"", b"99999999999"]),
)
def test_a_part_of_an_office_file_with_broken_xml_is_read_or_refused(
    tmp_path: Path, repository: Path, name: str, part: int, where: float, junk: bytes
) -> None:
    with zipfile.ZipFile(repository / "tests/intake/files" / name) as source:
        entries = {entry: source.read(entry) for entry in source.namelist()}
    chosen = sorted(entries)[part % len(entries)]
    at = int(where * len(entries[chosen]))
    entries[chosen] = entries[chosen][:at] + junk + entries[chosen][at + 1 :]
    path = tmp_path / name
    with zipfile.ZipFile(path, "w") as target:
        for entry, data in entries.items():
            target.writestr(entry, data)
    read_or_refuse(path)
