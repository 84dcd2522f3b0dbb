"""The loader: values, places, refusals."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from bps.errors import UsageError
from bps.findings import Finding
from bps.load import Mark, RawRecord, load_records, read_record

PATH = "catalogue/units/testland/x.yml"


def read(text: str | bytes) -> tuple[RawRecord | None, list[Finding]]:
    findings: list[Finding] = []
    data = text if isinstance(text, bytes) else text.encode()
    return read_record(data, PATH, findings), findings


def data_of(text: str) -> object:
    record, findings = read(text)
    assert record is not None, findings
    return record.data


def places(findings: list[Finding]) -> list[tuple[str, int, int, str]]:
    return [(found.code, found.line, found.column, found.pointer) for found in findings]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("", None),
        ("0", 0),
        ("-12", -12),
        ("1.50", 1.5),
        ("True", "True"),
        ("no", "no"),
        ("~", "~"),
        ("010", "010"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        ("12:30", "12:30"),
        ("2022-07-01", "2022-07-01"),
        ("１２", "１２"),
        ("GB/T 39554.1-2020", "GB/T 39554.1-2020"),
        ("'12'", "12"),
        ('"12"', "12"),
    ],
)
def test_only_words_and_numbers_of_json_are_not_text(written: str, expected: object) -> None:
    found = data_of(f"a: {written}\n")
    assert found == {"a": expected}
    assert isinstance(found, dict)
    assert type(found["a"]) is type(expected)


@pytest.mark.parametrize(
    "written",
    ["no", "Yes", "~", "010", "0x1F", "1_000", "1e3", ".inf", "12:30", "2022-07-01", "+1"],
)
def test_what_other_readers_take_for_something_else_is_a_warning(written: str) -> None:
    _, findings = read(f"a: {written}\n")
    assert places(findings) == [("ambiguous-value", 1, 4, "/a")]


@pytest.mark.parametrize("written", ["12", "true", "北京", "2022-07", "no way", "GB/T 1", '"no"'])
def test_what_nobody_mistakes_is_no_warning(written: str) -> None:
    assert read(f"a: {written}\n")[1] == []


def test_marks_give_line_and_column_of_keys_and_values() -> None:
    record, _ = read("id: a\nlevels:\n  - value: 甲\n    b/c: {d: e}\n")
    assert record is not None
    marks = record.marks
    assert marks.value("") == Mark(1, 1)
    assert marks.value("/levels/0/value") == Mark(3, 12)
    assert marks.key("/levels/0/value") == Mark(3, 5)
    assert marks.value("/levels/0") == Mark(3, 5)
    assert marks.key("/levels/0/b~1c/d") == Mark(4, 11)


def test_marks_fall_back_to_the_nearest_ancestor() -> None:
    record, _ = read("a: {b: c}\n")
    assert record is not None
    assert record.marks.value("/a/nothing/there") == Mark(1, 4)


def test_columns_count_characters_not_bytes() -> None:
    record, _ = read("{名称: 甲, b: c}\n")
    assert record is not None
    assert record.marks.value("/b") == Mark(1, 12)


def test_every_node_of_a_real_record_has_the_place_that_pyyaml_gives(repository: Path) -> None:
    """Against the composer of PyYAML itself, on every item of the register."""
    files = sorted((repository / "catalogue" / "items").glob("*/*.yml"))[:40]
    assert files
    for file in files:
        text = file.read_text("utf-8")
        record, findings = read(text)
        assert record is not None, findings
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
        assert root is not None
        for pointer, node in _nodes(root, ""):
            expected = Mark(node.start_mark.line + 1, node.start_mark.column + 1)
            assert record.marks.value(pointer) == expected


def _nodes(node: yaml.Node, pointer: str) -> list[tuple[str, yaml.Node]]:
    found = [(pointer, node)]
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            found += _nodes(value, f"{pointer}/{key.value}")
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            found += _nodes(value, f"{pointer}/{index}")
    return found


def test_duplicate_key_keeps_the_first_and_points_at_both() -> None:
    record, findings = read("a: 1\nb: 2\na: {x: 3}\nc: 4\n")
    assert record is not None
    assert record.data == {"a": 1, "b": 2, "c": 4}
    assert places(findings) == [("duplicate-key", 3, 1, "/a")]
    assert findings[0].related == (f"{PATH}:1:1",)
    assert record.marks.value("/c") == Mark(4, 4)


def test_all_faults_of_a_file_are_reported_in_one_reading() -> None:
    text = "a: &x 1\nb: *x\na: 2\nc: !!str 3\nd: no\ne:\tf\n<<: {g: 1}\n? [h]\n: i\n"
    _, findings = read(text)
    assert {found.code for found in findings} == {
        "tab-character",
        "anchor-used",
        "alias-used",
        "duplicate-key",
        "tag-used",
        "ambiguous-value",
        "merge-key",
        "key-not-text",
    }


def test_refused_values_are_flaws_so_that_no_second_fault_is_made_of_them() -> None:
    record, _ = read("a: &x 1\nb: {c: *x}\n<<: {d: 1}\n")
    assert record is not None
    assert record.flaws == {"/b/c", ""}


@pytest.mark.parametrize(
    ("data", "code", "line", "column"),
    [
        (b"", "empty-file", 1, 1),
        (b"# only a comment\n", "empty-file", 2, 1),
        (b"---\n", "empty-file", 2, 1),
        (b"- a\n", "root-not-mapping", 1, 1),
        (b"text\n", "root-not-mapping", 1, 1),
        (b"a: 1\n---\nb: 2\n", "second-document", 2, 1),
        (b"%YAML 1.2\n---\na: 1\n", "yaml-directive", 1, 1),
        (b"a: [1\n", "yaml-syntax", 2, 1),
        (b"\xef\xbb\xbfa: 1\n", "byte-order-mark", 1, 1),
        ("甲: 1\n乙: ".encode() + b"\xd6\xd0\n", "not-utf-8", 2, 4),
        ("a: 1\n".encode("utf-16"), "not-utf-8", 1, 1),
        (b"a: x\x00y\n", "forbidden-character", 1, 5),
        (b"a: x\ry\n", "forbidden-character", 1, 5),
        ("a: x\u202ey\n".encode(), "forbidden-character", 1, 5),
        ("a: x\u2028y\n".encode(), "forbidden-character", 1, 5),
        ("a: \ue000\n".encode(), "forbidden-character", 1, 4),
        ("a: x\ufeffy\n".encode(), "forbidden-character", 1, 5),
        (b'a: "x\\u200by"\n', "forbidden-character", 1, 4),
        (b'a: "x\\ty"\n', "forbidden-character", 1, 4),
        (b"a:\tb\n", "tab-character", 1, 3),
        ("a: e\u0301\n".encode(), "not-normalised", 1, 4),
        (b"a: 1234567890123456\n", "long-number", 1, 4),
    ],
)
def test_each_refusal_has_its_code_and_place(
    data: bytes, code: str, line: int, column: int
) -> None:
    _, findings = read(data)
    assert (code, line, column) in [(found.code, found.line, found.column) for found in findings]


def test_gbk_is_recognised_and_named() -> None:
    _, findings = read("name: 预防接种服务".encode("gb18030"))
    assert findings[0].code == "not-utf-8"
    assert "GB18030" in findings[0].message.en


@pytest.mark.parametrize(
    "text", ["a: 𠮷\n", "a: 甲\u3000乙\n", "a: GB/T\u00a0100\n", "a: 😀\n", "a: b\r\nc: d\r\n"]
)
def test_welcome_characters_pass(text: str) -> None:
    assert read(text)[1] == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: " + "[" * 33 + "]" * 33, "too-deep"),
        ("a: [" + "a," * 20_001 + "a]", "too-many-nodes"),
        ("a: {" + ", ".join(f"k{index}: 1" for index in range(501)) + "}", "too-many-keys"),
        ("a: " + "长" * 22_000, "text-too-large"),
    ],
)
def test_each_limit_is_one_finding(text: str, code: str) -> None:
    _, findings = read(text)
    assert [found.code for found in findings] == [code]


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 31 + "]" * 31,
        "a: [" + "a," * 19_000 + "a]",
        "a: {" + ", ".join(f"k{index}: 1" for index in range(500)) + "}",
        "a: " + "长" * 21_000,
    ],
)
def test_just_below_each_limit_is_no_finding(text: str) -> None:
    assert read(text)[1] == []


def test_a_file_full_of_one_fault_is_reported_twenty_times_at_most() -> None:
    _, findings = read("".join(f"k{index}: a\u200b\u200b\n" for index in range(400)))
    assert len(findings) == 20


def put(root: Path, path: str, data: bytes = b"id: a\n") -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


def test_files_come_in_order_of_path(tmp_path: Path) -> None:
    for name in ("b", "a-b", "a"):
        put(tmp_path, f"catalogue/units/{name}/x.yml")
    put(tmp_path, "standards/national/x.yml")
    loaded = load_records(tmp_path)
    assert loaded.files == (
        "catalogue/units/a-b/x.yml",
        "catalogue/units/a/x.yml",
        "catalogue/units/b/x.yml",
        "standards/national/x.yml",
    )
    assert [record.path for record in loaded.records] == list(loaded.files)


def test_progress_counts_every_file(tmp_path: Path) -> None:
    put(tmp_path, "catalogue/a.yml")
    put(tmp_path, "catalogue/b.yml", b"\xff")
    steps: list[tuple[int, int]] = []
    load_records(tmp_path, progress=lambda done, total: steps.append((done, total)))
    assert steps == [(1, 2), (2, 2)]


def test_a_folder_without_data_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--root"):
        load_records(tmp_path)


def test_links_pipes_and_folders_are_findings_and_hide_nothing(tmp_path: Path) -> None:
    put(tmp_path, "catalogue/units/testland/good.yml")
    outside = put(tmp_path, "outside.yml")
    folder = tmp_path / "catalogue" / "units" / "testland"
    (folder / "link.yml").symlink_to(outside)
    (folder / "broken-link.yml").symlink_to("nowhere")
    (folder / "linked-folder").symlink_to(tmp_path)
    (folder / "folder.yml").mkdir()
    os.mkfifo(folder / "pipe.yml")
    loaded = load_records(tmp_path)
    assert {(found.code, Path(found.path).name) for found in loaded.findings} == {
        ("not-a-plain-file", name)
        for name in ("link.yml", "broken-link.yml", "linked-folder", "folder.yml", "pipe.yml")
    }
    assert loaded.files == ("catalogue/units/testland/good.yml",)


def test_other_spellings_of_the_extension_are_findings(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.YML", "c.md", ".hidden.yml", "d.yml~"):
        put(tmp_path, f"catalogue/{name}")
    loaded = load_records(tmp_path)
    assert [(found.code, found.path) for found in sorted(loaded.findings)] == [
        ("file-extension", "catalogue/a.yaml"),
        ("file-extension", "catalogue/b.YML"),
    ]


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    put(tmp_path, "catalogue/large.yml", b"a: " + b"x" * (1024 * 1024))
    loaded = load_records(tmp_path)
    assert [found.code for found in loaded.findings] == ["file-too-large"]


def test_a_file_that_cannot_be_opened_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "catalogue/a.yml")
    put(tmp_path, "catalogue/b.yml")
    really_open = os.open

    def refuse(path: str, *args: int) -> int:
        if path.endswith("a.yml"):
            raise PermissionError(13, "Permission denied")
        return really_open(path, *args)

    monkeypatch.setattr(os, "open", refuse)
    loaded = load_records(tmp_path)
    assert [(found.code, found.path) for found in loaded.findings] == [
        ("unreadable-file", "catalogue/a.yml")
    ]
    assert [record.path for record in loaded.records] == ["catalogue/b.yml"]


def test_a_folder_that_cannot_be_listed_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "catalogue/units/a.yml")
    put(tmp_path, "standards/b.yml")
    really_list = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("units"):
            raise PermissionError(13, "Permission denied")
        return really_list(path)

    monkeypatch.setattr(os, "scandir", refuse)
    loaded = load_records(tmp_path)
    assert [(found.code, found.path) for found in loaded.findings] == [
        ("unreadable-file", "catalogue/units")
    ]
    assert loaded.files == ("standards/b.yml",)


def test_names_that_are_no_text_are_shown_and_do_no_harm(tmp_path: Path) -> None:
    folder = tmp_path / "catalogue"
    folder.mkdir()
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff.yml")).write_bytes(b"id: a\n")
    loaded = load_records(tmp_path)
    assert loaded.files == ("catalogue/\ufffd.yml",)
