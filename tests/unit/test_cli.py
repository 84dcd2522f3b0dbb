"""The command line: options, forms, exit codes, languages."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bps.cli import main
from bps.findings import CODES, Example
from tests.support.overlay import lay_over

BROKEN = Example(
    "catalogue/items/testland/library-card.yml", "lead_units: [testland/culture-ofice]\n"
)


def run(*arguments: object, locale: str = "en_GB.UTF-8") -> Result:
    environment = {"LC_ALL": locale, "LANG": locale, "NO_COLOR": "1"}
    return CliRunner().invoke(main, [str(part) for part in arguments], env=environment)


@pytest.fixture
def broken_root(mini_root: Path, tmp_path: Path) -> Path:
    return lay_over(mini_root, tmp_path / "register", BROKEN)


def test_check_of_a_clean_register_exits_0(mini_root: Path) -> None:
    result = run("--root", mini_root, "check", "--fail-on", "notice")
    assert (result.exit_code, result.stdout) == (
        0,
        "31 records in 31 files: 0 errors, 0 warnings, 0 notices.\n",
    )


def test_check_says_place_fault_and_fix_and_exits_1(broken_root: Path) -> None:
    result = run("check", "--root", broken_root)
    assert result.exit_code == 1
    assert "library-card.yml:55:14: error[unknown-unit] /lead_units/0" in result.stdout
    assert 'did you mean "testland/culture-office"?' in result.stdout


def test_options_work_before_and_after_the_command(broken_root: Path) -> None:
    before = run("--root", broken_root, "--lang", "zh", "--format", "json", "check")
    after = run("check", "--root", broken_root, "--lang", "zh", "--format", "json")
    assert before.stdout == after.stdout
    document = json.loads(after.stdout)
    assert set(document) == {"summary", "findings"}
    assert set(document["findings"][0]) == {
        "code",
        "severity",
        "path",
        "line",
        "column",
        "pointer",
        "message",
        "fix",
    }
    assert "没有单位" in document["findings"][0]["message"]


@pytest.mark.parametrize(
    ("locale", "says"), [("zh_CN.UTF-8", "错误"), ("en_GB.UTF-8", "error"), ("C", "错误")]
)
def test_the_locale_chooses_the_language(broken_root: Path, locale: str, says: str) -> None:
    assert says in run("check", "--root", broken_root, locale=locale).stdout


def test_github_and_sarif_forms(broken_root: Path) -> None:
    assert run("check", "--root", broken_root, "--format", "github").stdout.startswith("::error ")
    sarif = json.loads(run("check", "--root", broken_root, "--format", "sarif").stdout)
    assert sarif["version"] == "2.1.0"


def test_check_of_paths_reports_on_them_only(broken_root: Path) -> None:
    clean = run("check", "--root", broken_root, broken_root / "catalogue" / "units")
    found = run("check", "--root", broken_root, "catalogue/items/testland/library-card.yml")
    everything = run("check", "--root", broken_root, broken_root)
    assert (clean.exit_code, found.exit_code, everything.exit_code) == (0, 1, 1)


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "no-such-file.yml"),
        ("check", "{root}/README.md"),
        ("check", "/"),
        ("check", "--root", "/no/such/folder"),
        ("check", "--fail-on", "everything"),
        ("chek",),
        ("show", "testland/libary-card"),
        ("show", "testland/library-card", "--type", "unit"),
        ("list", "itemz"),
        ("explain", "unknown-unti"),
        ("--lang", "fr", "check"),
    ],
)
def test_wrong_use_is_one_sentence_and_exit_2(mini_root: Path, arguments: tuple[str, ...]) -> None:
    given = [part.replace("{root}", str(mini_root)) for part in arguments]
    for language in ("zh", "en"):
        result = run("--root", mini_root, "--lang", language, *given)
        assert result.exit_code == 2
        assert "Traceback" not in result.output
        assert result.stderr.strip()


def test_a_typing_slip_is_met_with_the_right_word(mini_root: Path) -> None:
    assert "did you mean check?" in run("chek").stderr
    assert "unknown-unit" in run("explain", "unknown-unti").stderr
    assert (
        "testland/library-card" in run("--root", mini_root, "show", "testland/libary-card").stderr
    )


def test_an_empty_register_is_one_sentence_and_exit_2(tmp_path: Path) -> None:
    (tmp_path / "catalogue").mkdir()
    result = run("check", "--root", tmp_path)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1


def test_our_own_fault_is_one_line_and_exit_3(
    mini_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object, **__: object) -> None:
        message = "the wheel came off"
        raise RuntimeError(message)

    monkeypatch.setattr("bps.pipeline.open_register", break_down)
    result = run("--root", mini_root, "stats")
    assert result.exit_code == 3
    assert "RuntimeError: the wheel came off" in result.stderr
    assert "Traceback" not in result.output
    assert result.stderr.count("\n") == 1


def test_show_prints_the_record_and_who_refers_to_it(mini_root: Path) -> None:
    answer = json.loads(
        run("show", "testland/library-card", "--root", mini_root, "--format", "json").stdout
    )
    assert list(answer) == ["type", "id", "path", "record", "resolves_to", "referred_to_by"]
    assert answer["record"]["name"]["zh"] == "借书证"
    assert {
        "type": "life-events",
        "id": "life-events",
        "pointer": "/concepts/0/steps/0/items/0",
    } in (answer["referred_to_by"])
    text = run("show", "testland/library-card", "--root", mini_root, "--lang", "zh").stdout
    assert text.startswith(
        "服务事项  testland/library-card  catalogue/items/testland/library-card.yml\n"
    )


def test_show_of_a_moved_id_says_where_it_leads(mini_root: Path) -> None:
    text = run("show", "testland/reader-ticket", "--root", mini_root).stdout
    assert "now leads to: testland/library-card" in text


def test_show_of_something_inside_a_record(mini_root: Path) -> None:
    answer = json.loads(run("show", "readers", "--root", mini_root, "--format", "json").stdout)
    assert (answer["type"], answer["path"]) == ("recipient", "catalogue/recipients.yml")


@pytest.mark.parametrize("word", ["unit", "units", "responsible bodies"])
def test_list_takes_a_type_in_any_form(mini_root: Path, word: str) -> None:
    rows = json.loads(run("list", word, "--root", mini_root, "--format", "json").stdout)
    assert rows == [
        {
            "id": "testland-riverside/culture-bureau",
            "name": "Riverside Culture Bureau",
            "status": None,
            "path": "catalogue/units/testland-riverside/culture-bureau.yml",
        },
        {
            "id": "testland/culture-office",
            "name": "Culture Office of Testland",
            "status": None,
            "path": "catalogue/units/testland/culture-office.yml",
        },
    ]


def test_list_knows_things_inside_records(mini_root: Path) -> None:
    result = run("list", "concept", "--root", mini_root)
    assert "testland-areas/reading  Reading" in result.stdout
    assert "6 in all." in result.stderr


def test_stats_count_by_type_place_and_confidence(mini_root: Path) -> None:
    answer = json.loads(run("stats", "--root", mini_root, "--format", "json").stdout)
    assert set(answer) == {"records", "by_type", "by_jurisdiction", "by_confidence"}
    assert answer["records"] == 30
    assert answer["by_type"]["item"] == 3
    assert sum(answer["by_type"].values()) == 30
    assert sum(answer["by_jurisdiction"].values()) == 30
    assert answer["by_confidence"] == {
        "stated": 17,
        "translated": 1,
        "derived": 8,
        "inferred": 0,
        "background": 0,
        "none": 4,
    }


@pytest.mark.parametrize("code", list(CODES))
def test_explain_knows_every_code(code: str) -> None:
    for language in ("zh", "en"):
        result = run("explain", code, "--lang", language)
        assert result.exit_code == 0
        assert CODES[code].explanation.in_language(language) in result.stdout
        assert all(len(line) < 140 for line in result.stdout.splitlines() if "    " in line[:4])
        assert result.stdout.replace("\n", "").isprintable()


def test_explain_without_a_code_lists_them_all() -> None:
    assert len(run("explain").stdout.splitlines()) == len(CODES)
    rows = json.loads(run("explain", "--format", "json").stdout)
    assert [row["code"] for row in rows] == list(CODES)


def test_schema_writes_and_compares(tmp_path: Path) -> None:
    assert run("schema", "--check", "--root", tmp_path).exit_code == 1
    assert run("schema", "--root", tmp_path).exit_code == 0
    assert len(list((tmp_path / "schema" / "v1").glob("*.json"))) == 17
    assert run("schema", "--check", "--root", tmp_path).exit_code == 0


def test_render_writes_pages_and_refuses_a_folder_of_somebody_else(
    mini_root: Path, tmp_path: Path
) -> None:
    out = tmp_path / "pages"
    assert run("render", "--root", mini_root, "--out", out).exit_code == 0
    assert (out / "items" / "testland" / "library-card" / "index.html").is_file()
    assert run("render", "--root", mini_root, "--out", out).exit_code == 0
    assert run("render", "--root", mini_root, "--out", tmp_path).exit_code == 2


def test_help_lists_the_commands_in_the_language_asked_for() -> None:
    for language, word in (("zh", "检查全部记录"), ("en", "Check every record")):
        command = [sys.executable, "-m", "bps", "--lang", language, "--help"]
        result = subprocess.run(
            command, capture_output=True, text=True, check=True, encoding="utf-8"
        )
        assert word in result.stdout


def test_help_imports_nothing_heavy() -> None:
    script = (
        "import sys\nfrom bps.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "heavy = {'pydantic', 'jinja2', 'mkdocs', 'rich', 'jsonschema_rs', 'yaml', 'rapidfuzz', "
        "'bps.model'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert result.stderr.strip() == "[]"
