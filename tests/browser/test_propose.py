"""Propose a record without git: the form makes valid YAML, refuses faults, and sends nothing."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from jsonschema import Draft202012Validator

import bps.render
from bps.load import load_records
from bps.load.records import read_record
from bps.model import RECORD_TYPES
from bps.pipeline import open_register
from bps.render import SiteSettings, render_pages
from bps.render.kinds.propose import FOLDER, LEFT_OUT, OFFERED
from bps.render.kinds.propose_labels import LABELS, with_labels
from bps.schema import build_schema
from bps.validate import type_of_path, validate_records
from tests.support.server import serve_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
PROPOSAL = "https://example.org/new?filename={path}&message={title}&value={yaml}"


@pytest.fixture(scope="module")
def form_url(mini_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("propose")
    registry = open_register(mini_root, rules=False).registry
    site = SiteSettings(built_on="2026-01-15", proposal_address=PROPOSAL)
    for made in render_pages(registry, site=site):
        if "propose" in made.path:
            file = folder / made.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(made.text, encoding="utf-8")
    shutil.copytree(Path(bps.render.__file__).parent / "assets", folder / "assets")
    with serve_folder(folder) as address:
        yield address


def open_form(page: Page, form_url: str, kind: str, *, english: bool = False) -> list[str]:
    """Open the form of one type; gives the addresses that the page asks for from now on."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{form_url}{'en/' if english else ''}propose/?type={kind}")
    page.wait_for_selector("form.propose")
    return asked


def field(page: Page, label: str, at: int = 0) -> Any:
    return (
        page.locator(".propose-field", has=page.locator("label", has_text=label))
        .nth(at)
        .locator("input, select, textarea")
        .first
    )


def fill_item(page: Page) -> None:
    page.get_by_label("编号（必填）").fill("testland/new-service")
    page.locator(
        "fieldset", has=page.locator("legend", has_text="名称（必填）")
    ).first.get_by_label("中文").fill("no: 新服务 #1")
    page.get_by_label("状态（必填）").select_option("in-force")
    page.get_by_label("地区（必填）").fill("testland")


def fill_evidence(page: Page) -> None:
    box = page.locator(".propose-rows", has=page.locator("legend", has_text="依据（必填）")).last
    box.get_by_label("来源（必填）").fill("testland-gazette")
    box.get_by_label("取得方式（必填）").select_option("stated")


def test_the_form_makes_a_record_that_passes_the_check(page: Page, form_url: str) -> None:
    asked = open_form(page, form_url, "item")
    fill_item(page)
    fill_evidence(page)
    page.get_by_role("button", name="生成记录").click()
    text = page.locator(".propose-result pre").inner_text()
    findings: list[Any] = []
    raw = read_record(text.encode(), "catalogue/items/testland/new-service.yml", findings)
    assert raw is not None
    assert findings + list(validate_records([raw]).findings) == []
    assert raw.data["name"] == {"zh": "no: 新服务 #1"}
    assert raw.data["evidence"][0]["fields"] == ["name", "status", "jurisdiction"]
    assert list(raw.data) == ["id", "name", "status", "jurisdiction", "evidence"]
    assert (
        "catalogue/items/testland/new-service.yml" in page.locator(".propose-result").inner_text()
    )
    with page.expect_download() as download:
        page.get_by_role("link", name="下载文件").click()
    assert Path(download.value.path()).read_text("utf-8") == text
    assert download.value.suggested_filename == "new-service.yml"
    link = page.get_by_role("link", name="打开提议页面").get_attribute("href") or ""
    assert link.startswith("https://example.org/new?filename=catalogue%2Fitems%2F")
    assert all(address.startswith((form_url, "blob:")) for address in asked)


def test_a_proposal_without_evidence_cannot_be_made(page: Page, form_url: str) -> None:
    open_form(page, form_url, "item")
    fill_item(page)
    page.get_by_role("button", name="生成记录").click()
    summary = page.locator(".propose-summary")
    assert summary.is_visible()
    assert page.evaluate("document.activeElement.className") == "propose-summary"
    assert page.title().startswith("有误：")
    assert summary.locator("li").all_inner_texts() == ["依据（必填）：请填写"]
    assert page.locator(".propose-result pre").count() == 0
    summary.get_by_role("link").first.click()
    assert page.evaluate("document.activeElement.getAttribute('aria-invalid')") == "true"


def test_faults_are_said_at_their_fields_in_english_too(page: Page, form_url: str) -> None:
    open_form(page, form_url, "source", english=True)
    page.get_by_label("Id (required)").fill("Not an id")
    page.get_by_role("button", name="Make the record").click()
    words = page.locator(".propose-summary").inner_text()
    assert "Id (required): It is not written as it should be" in words
    assert page.locator(".propose-error").count() == page.locator(".propose-summary li").count()


def test_an_id_that_fits_no_folder_is_said(page: Page, form_url: str) -> None:
    open_form(page, form_url, "item")
    fill_item(page)
    page.get_by_label("编号（必填）").fill("no-place")
    fill_evidence(page)
    page.get_by_role("button", name="生成记录").click()
    assert "编号与类型不合" in page.locator(".propose-summary").inner_text()


def test_a_form_with_faults_and_conditions_is_accessible(page: Page, form_url: str) -> None:
    open_form(page, form_url, "item")
    whole = condition(page)
    whole.get_by_label("按什么判断").select_option(label="全部满足")
    rows = whole.locator("> div > .propose-rows > div > .propose-choice")
    rows.nth(0).get_by_label("按什么判断").select_option(label="年龄")
    rows.nth(1).get_by_label("按什么判断").select_option(label="居住情况")
    page.get_by_role("button", name="生成记录").click()
    first = page.locator("[aria-invalid]").first
    said = first.get_attribute("aria-describedby") or ""
    assert said.endswith("-help propose-1-error")
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    fill_item(page)
    page.get_by_role("button", name="生成记录").click()
    assert page.get_by_label("编号（必填）").get_attribute("aria-describedby") == "propose-1-help"


def test_rows_can_be_added_and_removed_by_keyboard(page: Page, form_url: str) -> None:
    open_form(page, form_url, "item")
    page.locator("form details summary").first.click()
    add = page.get_by_role("button", name="添加办理渠道")
    if not add.count():
        add = page.locator(".propose-rows > button", has_text="添加").first
    add.focus()
    page.keyboard.press("Enter")
    rows = page.locator(".propose-rows > div > fieldset")
    before = rows.count()
    page.get_by_role("button", name="移除").first.focus()
    page.keyboard.press("Enter")
    assert rows.count() == before - 1


@pytest.mark.parametrize("kind", OFFERED)
def test_every_offered_field_has_a_label_and_every_type_opens(
    page: Page, form_url: str, kind: str
) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    open_form(page, form_url, kind)
    for button in page.locator(".propose-rows > button").all():
        button.evaluate("each => each.click()")
    unnamed = page.evaluate(
        "() => [...document.querySelectorAll('form.propose :is(input, select, textarea)')]"
        ".filter((each) => !each.labels.length).length"
    )
    assert unnamed == 0
    assert errors == []


def test_filled_from_its_examples_every_offered_field_passes(page: Page, form_url: str) -> None:
    """Fields of one word or a list of words get the examples of the schema."""
    open_form(page, form_url, "item")
    page.evaluate(
        "() => document.querySelectorAll('form details').forEach((each) => { each.open = true; })"
    )
    fill_item(page)
    fill_evidence(page)
    properties = build_schema("item")["$defs"]["Item"]["properties"]
    wanted = {"domain", "recipients", "lead_units", "life_events", "indicators", "aliases"}
    for key in sorted(wanted):
        example = properties[key]["examples"][0]
        text = "\n".join(example) if isinstance(example, list) else str(example)
        field(page, properties[key]["x-title-zh"]).fill(text)
    page.get_by_role("button", name="生成记录").click()
    text = page.locator(".propose-result pre").inner_text()
    findings: list[Any] = []
    raw = read_record(text.encode(), "catalogue/items/testland/new-service.yml", findings)
    assert raw is not None
    assert findings + list(validate_records([raw]).findings) == []
    assert wanted <= set(raw.data)


def condition(page: Page) -> Any:
    """The part of the form that says who qualifies."""
    page.evaluate(
        "() => document.querySelectorAll('form details').forEach((each) => { each.open = true; })"
    )
    return page.locator("form > details > .propose-choice")


def made(page: Page, name: str = "生成记录") -> dict[str, Any]:
    """The record that the form makes."""
    page.get_by_role("button", name=name).click()
    text = page.locator(".propose-result pre").inner_text()
    findings: list[Any] = []
    raw = read_record(text.encode(), "catalogue/items/testland/new-service.yml", findings)
    assert raw is not None
    assert findings + list(validate_records([raw]).findings) == []
    return raw.data


def test_conditions_are_put_together_from_what_the_schema_knows(page: Page, form_url: str) -> None:
    open_form(page, form_url, "item")
    fill_item(page)
    fill_evidence(page)
    whole = condition(page)
    whole.get_by_label("按什么判断").select_option(label="全部满足")
    rows = whole.locator("> div > .propose-rows > div > .propose-choice")
    assert rows.count() == 2
    rows.nth(0).get_by_label("按什么判断").select_option(label="年龄")
    rows.nth(0).get_by_label("不大于").fill("6")
    rows.nth(1).get_by_label("按什么判断").select_option(label="任一满足")
    inner = rows.nth(1).locator("> div > .propose-rows > div > .propose-choice")
    inner.nth(0).get_by_label("按什么判断").select_option(label="居住情况")
    inner.nth(0).get_by_label("户口在本地").check()
    inner.nth(0).get_by_label("外地户口但长住本地").check()
    inner.nth(1).get_by_label("按什么判断").select_option(label="不属于")
    inner.nth(1).get_by_label("按什么判断").last.select_option(label="就业情况")
    inner.nth(1).locator("input[value=employed]").check()
    wanted = {
        "all": [
            {"age": {"max": 6}},
            {
                "any": [
                    {"residence": ["registered", "resident"]},
                    {"not": {"employment": ["employed"]}},
                ]
            },
        ]
    }
    data = made(page)
    assert data["eligibility"] == wanted
    assert "eligibility" in data["evidence"][0]["fields"]
    rows.nth(1).get_by_role("button", name="移除").last.click()
    assert made(page)["eligibility"] == {"all": wanted["all"][:1]}


def test_a_condition_that_is_picked_and_left_empty_is_a_fault_at_its_place(
    page: Page, form_url: str
) -> None:
    open_form(page, form_url, "item", english=True)
    page.get_by_label("Id (required)").fill("testland/new-service")
    page.evaluate(
        "() => document.querySelectorAll('form details').forEach((each) => { each.open = true; })"
    )
    whole = page.locator("form > details > .propose-choice")
    whole.get_by_label("What decides").select_option(label="Sex")
    assert whole.get_by_label("female", exact=True).is_visible()
    page.get_by_role("button", name="Make the record").click()
    said = page.locator(".propose-summary li", has_text="Sex")
    assert said.inner_text() == "Sex: At least 1 is needed"
    said.get_by_role("link").click()
    assert page.evaluate("document.activeElement.value") == "female"


@pytest.mark.parametrize("kind", OFFERED)
def test_the_form_has_every_field_of_the_schema_but_those_left_out(
    page: Page, form_url: str, kind: str
) -> None:
    open_form(page, form_url, kind)
    shown = page.evaluate(
        "() => [...document.querySelectorAll('form.propose > *, form.propose > details > *')]"
        ".map((each) => each.querySelector('label, legend')?.textContent.replace('（必填）', '').trim())"
    )
    properties = build_schema(kind)["$defs"][RECORD_TYPES[kind].model.__name__]["properties"]
    wanted = [texts["x-title-zh"] for key, texts in properties.items() if key not in LEFT_OUT]
    assert sorted(set(wanted)) == sorted({each for each in shown if each} - {"更多字段（选填）"})


def test_part_of_a_name_finds_what_a_field_may_name(page: Page, form_url: str) -> None:
    open_form(page, form_url, "item")
    condition(page)
    lines = field(page, "牵头负责单位")
    picker = page.locator("input[list=known-unit]").first
    option = page.locator("#known-unit option[value='testland/culture-office']")
    assert option.get_attribute("label") == "试验国文化办公室"
    picker.fill("testland/culture-office")
    picker.fill("testland/no-such")
    assert lines.input_value() == "testland/culture-office"


@pytest.mark.parametrize("kind", OFFERED)
def test_every_value_that_can_be_chosen_has_a_name_in_both_languages(kind: str) -> None:
    choices = [
        (f"{name}.{key}", value, names)
        for name, definition in with_labels(build_schema(kind))["$defs"].items()
        for key, texts in definition.get("properties", {}).items()
        for value, names in texts.get("items", texts).get(LABELS, {}).items()
    ]
    assert choices or kind == "service-point"
    for where, value, names in choices:
        assert re.search("[\u4e00-\u9fff]", names["zh"]), f"{where}: {value}"
        assert names["en"], f"{where}: {value}"


def _mutants(value: dict[str, Any]) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = [value]
    for key in value:
        made.append({name: each for name, each in value.items() if name != key})
        made += [
            value | {key: wrong}
            for wrong in (None, "", 7, [], {}, "x" * 3000, ["a"], {"zh": ""}, True)
        ]
    made += [value | {"unknown": 1}, value | {"kind": "moved"}, {}]
    return made


def test_the_browser_judges_as_the_reference_validator_does(
    page: Page, form_url: str, mini_root: Path
) -> None:
    page.goto(f"{form_url}propose/")
    cases: dict[str, list[dict[str, Any]]] = {name: [] for name in OFFERED}
    for raw in load_records(mini_root).records:
        kind = type_of_path(raw.path)
        if kind is not None and kind.name in cases and len(cases[kind.name]) < 250:
            cases[kind.name] += _mutants(raw.data)
    total = 0
    for name, values in cases.items():
        validator = Draft202012Validator(build_schema(name))
        expected = [validator.is_valid(value) for value in values]
        got = page.evaluate(
            """async ([module, address, values]) => {
                const { faults } = await import(module);
                const schema = await (await fetch(address)).json();
                return JSON.parse(values).map((value) => faults(schema, value).length === 0);
            }""",
            [
                f"{form_url}assets/propose-check.js",
                f"{form_url}{FOLDER}/{name}.json",
                json.dumps(values),
            ],
        )
        assert got == expected, name
        assert values == [] or {True, False} <= set(expected)
        total += len(values)
    assert total > 800
