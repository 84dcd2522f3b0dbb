from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from contextlib import closing
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import icalendar
import jsonschema
import openpyxl
import pytest
import rdflib
from defusedxml import ElementTree
from hypothesis import given
from hypothesis import strategies as st

from bps.analysis.events import Event, for_calendar
from bps.analysis.row_keys import row_key
from bps.errors import UsageError
from bps.export import FORMATS, export_files
from bps.export.addresses import Addresses
from bps.export.calendars import calendar_bytes, escaped, folded
from bps.export.csv_files import csv_bytes
from bps.export.feeds import feed_bytes
from bps.export.relational import DataTable, Field
from bps.export.sqlite import database_bytes, spaced
from bps.export.xlsx import workbook_bytes
from bps.findings.words import Words
from bps.formulas import guard_cell, unguard_cell
from bps.model import RECORD_TYPES, Level, Text
from tests.support.register import ROW

if TYPE_CHECKING:
    from pathlib import Path

    from bps.pipeline import Register

DAY = date(2026, 6, 1)
SITE = "https://example.org/bps/"
HOSTILE = (
    "=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "　=1", "＝1", "＋1", "－1",
    "＠1", "'=1", "''", "'", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x")', "\x00=1", "\ufeff=1",
    "-", "+", "=", "@", "-2.5", "12", "plain", "a=b", "", "“=1”", "- item", "+86 10", "-٣", "−1",
    "line\nbreak", "semi;colon", "comma,comma", 'quote"quote', "</script>", "&amp;", "]]>", "𝟙=1",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_a_guarded_cell_is_no_formula_and_comes_back_as_it_was(text: str) -> None:
    safe = guard_cell(text)
    first = safe.lstrip(" \u3000\ufeff\x00")[:1]
    assert safe.startswith("'") or first not in set("=+@＝＋－＠\t\r\n")
    assert unguard_cell(safe) == text


def test_a_csv_cell_that_looks_like_a_formula_is_quoted_as_text() -> None:
    body = csv_bytes(["a"], [[text] for text in HOSTILE if "\x00" not in text])
    rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline="")))[1:]
    kept = [text for text in HOSTILE if "\x00" not in text]
    assert [unguard_cell(row[0]) if row else "" for row in rows] == kept
    assert body.startswith(b"\xef\xbb\xbf")


def test_a_workbook_holds_text_as_text() -> None:
    texts = [text for text in HOSTILE if text and "\x00" not in text and text.strip()]
    table = DataTable(
        "t", [Field("a"), Field("n", kind="integer")], ("a",), rows=[[t, 7] for t in texts]
    )
    sheet = openpyxl.load_workbook(io.BytesIO(workbook_bytes([table])))["t"]
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert all(cell.data_type in {"s", "inlineStr"} for cell in cells)
    assert [str(cell.value).replace("\r", "\n") for cell in cells] == [
        t.replace("\r", "\n") for t in texts
    ]
    assert sheet["B2"].value == 7


def test_sheet_names_stay_short_and_different() -> None:
    tables = [
        DataTable(f"a_very_long_name_of_a_table_number_{n}", [Field("a")], ("a",), rows=[["x"]])
        for n in range(3)
    ]
    names = openpyxl.load_workbook(io.BytesIO(workbook_bytes(tables))).sheetnames
    assert len(set(names)) == 4  # with the sheet that explains the others
    assert max(map(len, names)) <= 31


def event(**changes: object) -> Event:
    own: dict[str, object] = {
        "key": "standard/x/review/2020", "kind": "review", "on": DAY, "exact": True,
        "type": "standard", "record": "x", "name": Text(zh="名" * 60, en="Name, with; marks\\"),
        "reason": Words("理由", "Reason"), "places": ("land",), "units": (),
    }  # fmt: skip
    return Event(**(own | changes))  # type: ignore[arg-type]


def test_a_calendar_is_read_back_by_another_program() -> None:
    odd = event(name=Text(zh="换行\nBEGIN:VEVENT\r\n，；"), exact=False, key="k,;\n1")
    body = calendar_bytes("标题", [event(), odd], built_on=DAY, addresses=Addresses(SITE))
    assert max(len(line) for line in body.split(b"\r\n")) <= 75
    calendar = icalendar.Calendar.from_ical(body)
    entries = [one for one in calendar.walk() if one.name == "VEVENT"]
    assert len(entries) == 2
    assert "名" * 60 in str(entries[0]["SUMMARY"])
    assert "Name, with; marks\\" in str(entries[0]["SUMMARY"])
    assert "BEGIN:VEVENT" in str(entries[1]["SUMMARY"])
    assert str(entries[0]["URL"]).startswith(SITE)


def test_folding_never_cuts_a_character() -> None:
    line = "SUMMARY:" + "政" * 200
    assert folded(line).encode().replace(b"\r\n ", b"").decode() == line
    assert escaped("a\r\nb\x07") == "a\\nb"


def test_a_feed_is_well_formed_whatever_the_texts_hold() -> None:
    odd = event(name=Text(zh="<b>&\x0b]]>\"'"), key='a"&<')
    body = feed_bytes("all", "标题 <x>", [odd], built_on=DAY, addresses=Addresses(SITE))
    root = ElementTree.fromstring(body)
    atom = "{http://www.w3.org/2005/Atom}"
    assert [entry.findtext(f"{atom}updated") for entry in root.iter(f"{atom}entry")] == [
        "2026-06-01T00:00:00+08:00"
    ]
    assert root.findtext(f"{atom}id") == "urn:bps:feed:all"


def files(register: Register, **options: object) -> dict[str, bytes]:
    found = list(export_files(register.registry, built_on=DAY, site=SITE, **options))  # type: ignore[arg-type]
    assert len({name for name, _ in found}) == len(found)
    return dict(found)


@pytest.fixture(scope="module")
def exported(mini_register: Register) -> dict[str, bytes]:
    return files(mini_register)


def test_two_exports_of_one_revision_are_equal_byte_for_byte(
    mini_register: Register, exported: dict[str, bytes]
) -> None:
    assert files(mini_register) == exported


def test_every_record_has_its_json_and_the_counts_agree(
    mini_register: Register, exported: dict[str, bytes]
) -> None:
    index = json.loads(exported["api/v1/index.json"])
    for row in index["types"]:
        listed = json.loads(exported[f"api/v1/{row['type']}/index.json"])
        ids = [record.id for record in mini_register.registry.iter(row["type"])]
        assert row["count"] == listed["count"] == len(ids)
        assert [one["id"] for one in listed["records"]] == ids
        for ref in ids:
            body = json.loads(exported[f"api/v1/{row['type']}/{ref}.json"])
            model = RECORD_TYPES[row["type"]].model
            if body["record"].get("kind") != "mirror":
                assert model.model_validate(body["record"]) == mini_register.registry.get(
                    row["type"], ref
                )
    for analysis in index["analyses"]:
        for table in analysis["tables"]:
            path = table["url"].removeprefix(SITE)
            assert json.loads(exported[path])["count"] == table["count"]


def test_the_api_describes_itself(exported: dict[str, bytes]) -> None:
    described = json.loads(exported["api/v1/openapi.json"])
    assert described["openapi"].startswith("3.1")
    assert set(described["paths"]) == {
        "/api/v1/index.json",
        "/api/v1/{type}/index.json",
        "/api/v1/{type}/{id}.json",
        "/api/v1/analysis/{analysis}/{table}.json",
    }
    for path, name in (
        ("index.json", "Index"),
        ("item/index.json", "TypeIndex"),
        ("item/testland/library-card.json", "Record"),
        ("analysis/floor/floor-items.json", "Table"),
    ):
        schema = {"$ref": f"#/components/schemas/{name}", "components": described["components"]}
        body = json.loads(exported[f"api/v1/{path}"])
        assert not list(jsonschema.Draft202012Validator(schema).iter_errors(body))


def test_the_address_of_a_mirror_is_not_passed_on(exported: dict[str, bytes]) -> None:
    body = json.loads(exported["api/v1/source/gazette-copy.json"])
    assert body["record"]["kind"] == "mirror"
    assert "url" not in body["record"]
    rows = list(csv.DictReader(io.StringIO(exported["data/csv/source.csv"].decode("utf-8-sig"))))
    assert {row["url"] for row in rows if row["kind"] == "mirror"} == {""}


def test_csv_and_database_hold_the_same_rows(exported: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "register.sqlite"
    path.write_bytes(exported["data/register.sqlite"])
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        for name, body in exported.items():
            if name.startswith("data/csv/") and "/analysis/" not in name:
                table = name.removeprefix("data/csv/").removesuffix(".csv").replace("-", "_")
                rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline="")))
                held = {each[1] for each in connection.execute(f'PRAGMA table_info("{table}")')}
                exact = [f"{name}_text" if f"{name}_text" in held else name for name in rows[0]]
                columns = ", ".join(f'"{name}"' for name in exact)
                stored = connection.execute(f'SELECT {columns} FROM "{table}"').fetchall()  # noqa: S608
                given = {tuple(unguard_cell(cell) for cell in row) for row in rows[1:]}
                assert {
                    tuple("" if cell is None else str(cell) for cell in row) for row in stored
                } == given


def test_foreign_keys_are_declared_and_hold(exported: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "register.sqlite"
    path.write_bytes(exported["data/register.sqlite"])
    with sqlite3.connect(path) as connection:
        targets = {row[2] for row in connection.execute("PRAGMA foreign_key_list(item_levels)")}
        joined = connection.execute(
            "SELECT count(*) FROM item_lead_units l JOIN unit u ON u.id = l.ref"
        ).fetchone()
    assert {"item", "indicator", "source"} <= targets
    assert joined[0] > 0


# A remark of rdflib about its own parser.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
def test_the_linked_data_names_every_item_with_its_authority(
    mini_register: Register, exported: dict[str, bytes]
) -> None:
    graph = rdflib.Graph().parse(data=exported["data/register.jsonld"], format="json-ld")
    service = rdflib.URIRef("http://purl.org/vocab/cpsv#PublicService")
    authority = rdflib.URIRef("http://data.europa.eu/m8g/hasCompetentAuthority")
    found = set(graph.subjects(rdflib.RDF.type, service))
    assert len(found) == sum(1 for _ in mini_register.registry.iter("item"))
    assert all(graph.value(one, authority) is not None for one in found)
    assert all(str(one).startswith(SITE) for one in found)


PREFIXES = """PREFIX schema: <https://schema.org/> PREFIX qudt: <http://qudt.org/schema/qudt/>
PREFIX dct: <http://purl.org/dc/terms/> PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX cpsv: <http://purl.org/vocab/cpsv#> PREFIX bps: <urn:bps:vocabulary:>
"""


# A remark of rdflib about its own parser.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
def test_the_linked_data_answer_as_the_records_do(real_register: Register) -> None:
    body = files(real_register, only=["jsonld"])["data/register.jsonld"]
    graph = rdflib.Graph().parse(data=body, format="json-ld")
    items = list(real_register.registry.iter("item"))
    asked = graph.query(
        PREFIXES + "SELECT ?item ?value ?words ?how WHERE { ?item schema:additionalProperty ?l . "
        "?l schema:propertyID 'basic-pension-minimum' ; qudt:numericValue ?value ; "
        "prov:qualifiedDerivation/bps:evidenceGrade ?how . "
        "OPTIONAL { ?l bps:appliesTo ?words FILTER(lang(?words) = 'zh-Hans') } }"
    )
    page = Addresses(SITE).page
    assert {tuple(None if one is None else str(one) for one in row) for row in asked} == {  # type: ignore[union-attr]
        (
            page("item", item.id),
            level.value,
            level.applies_to.zh if level.applies_to else None,
            level.evidence.how,
        )
        for item in items
        for level in item.levels
        if level.measure == "basic-pension-minimum" and level.value is not None
    }
    followed = graph.query(PREFIXES + "SELECT ?item ?rule WHERE { ?item cpsv:follows ?rule }")
    assert {(str(row[0]), str(row[1])) for row in followed} == {  # type: ignore[index]
        (page("item", item.id), page("standard", tie.standard))
        for item in items
        for tie in item.standards
        if tie.basis in {"stated", "stated-in-scope"} and tie.confidence in {"high", "medium"}
    }


def test_without_an_address_things_are_named_by_urns(mini_register: Register) -> None:
    found = dict(export_files(mini_register.registry, built_on=DAY, only=["jsonld", "atom"]))
    assert b"urn:bps:item:" in found["data/register.jsonld"]
    assert b"example.org" not in b"".join(found.values())


@pytest.mark.parametrize("name", FORMATS)
def test_one_format_alone_gives_the_same_files(
    name: str, mini_register: Register, exported: dict[str, bytes]
) -> None:
    alone = files(mini_register, only=[name])
    assert alone
    assert alone.items() <= exported.items()


def test_an_unknown_format_is_refused(mini_register: Register) -> None:
    with pytest.raises(UsageError) as caught:
        files(mini_register, only=["docx"])
    assert "docx" in caught.value.words.zh


@given(st.text())
def test_no_text_at_all_becomes_a_formula_and_every_one_comes_back(text: str) -> None:
    assert unguard_cell(guard_cell(text)) == text
    assert not re.match(r"[\s\ufeff\x00]*[=+@＝＋－＠]", guard_cell(text))


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_line_folds_to_75_bytes_and_unfolds_to_itself(text: str) -> None:
    line = escaped(text)
    lines = folded(line).encode().split(b"\r\n")
    assert all(len(one) <= 75 for one in lines)
    assert b"\r\n".join(lines).replace(b"\r\n ", b"").decode() == line


@pytest.fixture(scope="module")
def database(real_register: Register, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("database") / "register.sqlite"
    path.write_bytes(files(real_register, only=["sqlite"])["data/register.sqlite"])
    return path


def asked(database: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(question).fetchall()


def test_numbers_of_the_database_compare_as_numbers(database: Path) -> None:
    pension = "FROM item_levels WHERE measure = 'basic-pension-minimum'"
    assert asked(database, f"SELECT max(value), typeof(max(value)) {pension}") == [
        (1490, "integer")
    ]
    higher = asked(database, f"SELECT value {pension} AND value > 163 ORDER BY value")
    assert (55,) not in higher
    assert min(float(str(value)) for (value,) in higher) > 163
    assert asked(
        database, "SELECT value, value_text FROM item_levels WHERE value_text = '1.3' LIMIT 1"
    ) == [(1.3, "1.3")]


def test_sums_of_the_database_are_those_of_the_records(
    database: Path, real_register: Register
) -> None:
    expected = sum(
        Decimal(level.value)
        for item in real_register.registry.iter("item")
        for level in item.levels
        if level.value is not None and level.unit == "CNY"
    )
    ((found,),) = asked(database, "SELECT sum(value) FROM item_levels WHERE unit = 'CNY'")
    assert Decimal(str(found)) == expected


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-05-22", "2026-05-22", "2026-05-22"),
    ],
)
def test_a_date_has_the_first_and_the_last_day_that_it_can_mean(
    text: str, first: str, last: str
) -> None:
    table = DataTable("t", [Field("id"), Field("from", "date")], ("id",), rows=[["a", text]])
    connection = sqlite3.connect(":memory:")
    connection.deserialize(database_bytes([table], views=()))
    row = connection.execute('SELECT "from", from_first, from_last FROM t').fetchall()
    connection.close()
    assert row == [(text, first, last)]


@pytest.mark.parametrize("word", ["低保", "保障", "养老保险", "最低生活"])
def test_a_phrase_of_han_characters_is_found_inside_a_word(database: Path, word: str) -> None:
    found = asked(
        database,
        f"SELECT id FROM full_text WHERE type = 'item' AND full_text MATCH '\"{spaced(word)}\"'",  # noqa: S608
    )
    named = asked(
        database,
        f"SELECT id FROM item WHERE name_zh LIKE '%{word}%' OR aliases LIKE '%{word}%'",  # noqa: S608
    )
    assert named
    assert set(named) <= set(found)


def test_groups_and_life_events_are_linked_row_by_row(
    database: Path, real_register: Register
) -> None:
    items = list(real_register.registry.iter("item"))
    for view, field in (("items_by_group", "recipients"), ("items_by_life_event", "life_events")):
        ((found,),) = asked(database, f"SELECT count(*) FROM {view}")  # noqa: S608
        assert found == sum(len(getattr(item, field)) for item in items)
    without = {row[0] for row in asked(database, "SELECT id FROM items_without_standard")}
    assert without == {item.id for item in items if not item.standards}


def test_a_workbook_has_numbers_and_days_as_values() -> None:
    fields = [Field("id"), Field("value", "decimal"), Field("from", "date")]
    rows: list[list[str | int | None]] = [
        ["a", "720", "2026-05-22"],
        ["b", "1.30", "2026-05"],
        ["c", "-5", None],
        ["d", "1234567890123456789", "1850-01-01"],
    ]
    table = DataTable("levels", fields, ("id",), rows=rows)
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes([table])))
    assert book.sheetnames == ["about", "levels"]
    sheet = book["levels"]
    assert [cell.value for cell in sheet["B"]] == ["value", 720, 1.3, -5, "1234567890123456789"]
    days = [cell.value for cell in sheet["C"]]
    assert days == ["from", datetime(2026, 5, 22), "2026-05", None, "1850-01-01"]  # noqa: DTZ001 - a cell
    assert sheet.auto_filter.ref == "A1:C5"
    assert "CC BY 4.0" in str(book["about"]["B3"].value)


def test_an_entry_without_an_address_still_has_content_and_a_link() -> None:
    body = feed_bytes("all", "t", [event()], built_on=DAY, addresses=Addresses())
    (entry,) = ElementTree.fromstring(body).iter("{http://www.w3.org/2005/Atom}entry")
    atom = "{http://www.w3.org/2005/Atom}"
    assert entry.findtext(f"{atom}content")
    assert [link.get("href") for link in entry.iter(f"{atom}link")] == ["urn:bps:standard:x"]


def test_a_calendar_holds_known_days_and_offers_overdue_reviews_today() -> None:
    day = date(2026, 6, 1)
    given = [
        event(key="a", kind="level", on=date(2026, 12, 31), exact=False),
        event(key="b", kind="level", on=date(2026, 12, 31)),
        event(key="c", kind="level", on=date(2024, 5, 31)),
        event(key="d", kind="level", on=date(2024, 6, 1)),
        event(key="e", kind="review", on=date(2021, 1, 1)),
        event(key="f", kind="review", on=date(2025, 12, 31), exact=False),
        event(key="g", kind="review", on=date(2027, 12, 31), exact=False),
    ]
    kept = {one.key: one.on for one in for_calendar(given, today=day)}
    assert kept == {"b": date(2026, 12, 31), "d": date(2024, 6, 1), "e": day, "f": day}


def test_an_entry_of_one_day_ends_where_the_next_day_begins() -> None:
    body = calendar_bytes("t", [event(on=date(2026, 2, 28))], built_on=DAY, addresses=Addresses())
    (found,) = icalendar.Calendar.from_ical(body).walk("VEVENT")
    assert found.decoded("DTEND") - found.decoded("DTSTART") == timedelta(days=1)


def test_a_row_put_in_before_another_changes_no_name() -> None:
    raw = {"measure": "m", "kind": "amount", "unit": "CNY", "per": "person", "evidence": ROW}
    first, other = (Level.model_validate(raw | {"value": value}) for value in ("100", "200"))
    moved = Level.model_validate(raw | {"value": "100", "evidence": ROW | {"how": "derived"}})
    assert row_key(first) == row_key(moved)
    assert row_key(first) != row_key(other)
    assert re.fullmatch("[0-9a-f]{10}", row_key(first))
