"""The finder as people meet it: at phone width, in both languages, by hand and by keyboard."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from bps.analysis.eligibility import offers_at, outcome, read_situation

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Request

    from bps.pipeline import Register

pytestmark = pytest.mark.xdist_group("finder")
LANGUAGES = ["zh", "en"]
PHONE: Any = {"width": 390, "height": 844}


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A phone that notes every request, fault and word on the console."""
    context = browser.new_context(viewport=PHONE, locale="zh-CN")
    page = context.new_page()
    faults: list[str] = []
    requests: list[Request] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda m: faults.append(m.text) if m.type in {"error", "warning"} else None)
    page.on("request", lambda request: requests.append(request))  # noqa: PLW0108 - no builtins here
    yield page
    assert faults == []
    own = {urlsplit(one.url).netloc for one in requests} - {""}
    assert len(own) <= 1, own
    assert not [one.url for one in requests if "veteran" in one.url or "hiv" in one.url]
    context.close()


def finder_url(site_url: str, lang: str, fragment: str = "") -> str:
    return f"{site_url}{'en/' if lang == 'en' else ''}finder/{fragment and '#' + fragment}"


def visit(phone: Page, site_url: str, lang: str = "zh", fragment: str = "") -> None:
    phone.goto("about:blank")
    phone.goto(finder_url(site_url, lang, fragment))
    phone.wait_for_selector(".finder-count:not(:empty)")


def counts(phone: Page) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", phone.inner_text(".finder-count"))]


def names(phone: Page, group: str) -> list[str]:
    links = phone.locator(f".finder-{group} li > a.finder-name")
    return [address.rstrip("/").split("items/")[1] for address in links.evaluate_all(
        "links => links.map((link) => link.getAttribute('href'))"
    )]  # fmt: skip


def fragment_of(phone: Page) -> str:
    return urlsplit(phone.url).fragment


def submit(phone: Page) -> None:
    phone.click(".finder-ask button[type=submit]")


def by_python(register: Register, place: str, *pairs: tuple[str, str]) -> dict[str, set[str]]:
    situation = read_situation(pairs)
    groups: dict[str, set[str]] = {"yes": set(), "maybe": set(), "no": set()}
    for offer in offers_at(register.registry, place).offers:
        groups[str(outcome(offer, situation).group)].add(offer.id)
    return groups


@pytest.mark.parametrize("lang", LANGUAGES)
def test_old_veteran_finds_what_he_can_get_in_a_handful_of_questions(
    phone: Page, site_url: str, lang: str
) -> None:
    visit(phone, site_url, lang)
    before = counts(phone)
    phone.fill("#finder-age", "67")
    phone.keyboard.press("Enter")
    phone.check("input[value=service]")
    phone.check("input[value=illness]")
    submit(phone)
    asked = 2
    answers = {
        "retired": "input[value=retired]", "registered-urban": "input[value=registered-urban]",
        "veteran": "input[value=veteran]", "hypertension": "input[value=hypertension]",
        "employee-pension": "input[value=employee-pension]",
    }  # fmt: skip
    while phone.locator(".finder-ask form").count():
        choice = next(one for one in answers.values() if phone.locator(one).count())
        phone.check(choice)
        submit(phone)
        asked += 1
        assert asked <= 8
    assert asked == 7
    yes = names(phone, "yes")
    assert {"cn/elderly-health-management", "cn/veteran-employment", "cn/employee-pension"} <= set(
        yes
    )
    assert "cn/vaccination" in names(phone, "no")
    assert counts(phone)[2] > before[2] == 0
    assert "还要知道" not in phone.inner_text(".finder-maybe")
    assert "Still to know" not in phone.inner_text(".finder-maybe")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_page_shows_the_groups_that_python_computes(
    phone: Page, site_url: str, lang: str, real_register: Register
) -> None:
    pairs = [("age", "34"), ("residence", "resident"), ("employment", "unemployed"),
             ("insurance", "unemployment"), ("insurance", "employee-medical"), ("health", "none")]  # fmt: skip
    fragment = "&".join(f"{key}={value}" for key, value in pairs)
    for place in ("cn", "shenzhen-futian"):
        visit(phone, site_url, lang, f"at={place}&{fragment}")
        own = by_python(real_register, place, *pairs)
        assert {group: set(names(phone, group)) for group in own} == own
        assert counts(phone) == [len(own[group]) for group in ("yes", "maybe", "no")]


def test_back_and_forward_restore_every_step(phone: Page, site_url: str) -> None:
    visit(phone, site_url)
    steps = [(fragment_of(phone), counts(phone))]
    phone.fill("#finder-age", "30")
    submit(phone)
    steps.append((fragment_of(phone), counts(phone)))
    submit(phone)
    steps.append((fragment_of(phone), counts(phone)))
    phone.get_by_role("button", name="不清楚，跳过").click()
    steps.append((fragment_of(phone), counts(phone)))
    phone.select_option("#finder-at", "shenzhen")
    steps.append((fragment_of(phone), counts(phone)))
    for move, order in (("go_back", steps[-2::-1]), ("go_forward", steps[1:])):
        for fragment, figures in order:
            getattr(phone, move)()
            phone.wait_for_function("want => location.hash.slice(1) === want", arg=fragment)
            assert counts(phone) == figures


def test_own_back_button_of_the_question_goes_one_step_back(phone: Page, site_url: str) -> None:
    visit(phone, site_url)
    phone.fill("#finder-age", "30")
    submit(phone)
    phone.get_by_role("button", name="上一步").click()
    phone.wait_for_selector("#finder-age")
    assert fragment_of(phone) == ""


def test_own_back_button_does_not_leave_the_site_after_a_shared_link(
    phone: Page, site_url: str
) -> None:
    visit(phone, site_url, "zh", "age=67&asked=age")
    phone.get_by_role("button", name="上一步").click()
    phone.wait_for_selector("#finder-age")
    assert phone.input_value("#finder-age") == "67"
    phone.go_back()
    phone.wait_for_function("location.hash === '#age=67&asked=age'")


def test_a_shared_link_gives_the_same_page_and_nothing_is_kept_elsewhere(
    phone: Page, site_url: str
) -> None:
    visit(phone, site_url)
    phone.fill("#finder-age", "67")
    submit(phone)
    phone.check("input[value=service]")
    submit(phone)
    shared, groups = phone.url, [names(phone, group) for group in ("yes", "maybe", "no")]
    assert urlsplit(shared).query == ""
    phone.goto("about:blank")
    phone.goto(shared)
    phone.wait_for_selector(".finder-count:not(:empty)")
    assert [names(phone, group) for group in ("yes", "maybe", "no")] == groups
    kept = phone.evaluate(
        "[JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie]"
    )
    assert "67" not in "".join(kept)
    assert "service" not in "".join(kept)


def test_the_other_language_keeps_the_answers(phone: Page, site_url: str) -> None:
    visit(phone, site_url, "zh", "at=wuhan&age=67&service=veteran")
    groups = [names(phone, group) for group in ("yes", "maybe", "no")]
    phone.click("a.tool[hreflang=en]")
    phone.wait_for_selector(".finder-count:not(:empty)")
    assert "/en/finder/" in phone.url
    assert [set(names(phone, group)) for group in ("yes", "maybe", "no")] == [
        set(g) for g in groups
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_page_mode_for_helpers_gives_the_same_result(
    phone: Page, site_url: str, lang: str, real_register: Register
) -> None:
    visit(phone, site_url, lang, "all=1")
    phone.fill("#finder-age", "82")
    phone.keyboard.press("Tab")
    phone.check("input[name=card-household][value=rural]")
    phone.check("input[name=card-income_support][value=minimum-living]")
    phone.check("input[name=card-insurance][value=resident-medical]")
    phone.check("input[name=card-health][value=none]")
    own = by_python(
        real_register, "cn", ("age", "82"), ("household", "rural"),
        ("income_support", "minimum-living"), ("insurance", "resident-medical"), ("health", "none"),
    )  # fmt: skip
    assert {group: set(names(phone, group)) for group in own} == own
    phone.check("input[name=card-health][value=diabetes]")
    assert not phone.is_checked("input[name=card-health][value=none]")
    assert "cn/chronic-disease-management" in names(phone, "yes")


def test_the_whole_way_can_be_walked_with_the_keyboard(phone: Page, site_url: str) -> None:
    visit(phone, site_url)
    phone.focus("#finder-at")
    phone.keyboard.press("Tab")
    phone.keyboard.type("5")
    phone.keyboard.press("Enter")
    assert phone.evaluate("document.activeElement.id") == "finder-question"
    for _ in range(3):
        phone.keyboard.press("Tab")
    phone.keyboard.press("Space")
    assert phone.locator(".finder-ask input:checked").count() == 1
    phone.keyboard.press("Enter")
    assert phone.evaluate("document.activeElement.id") == "finder-question"
    assert "age=5" in fragment_of(phone)


def test_a_screen_reader_hears_the_counts_and_no_more(phone: Page, site_url: str) -> None:
    visit(phone, site_url)
    live = phone.locator("#finder [aria-live]")
    assert live.evaluate_all("nodes => nodes.map((node) => node.getAttribute('aria-live'))") == [
        "polite", "polite",
    ]  # fmt: skip
    assert "可以享受" in live.first.inner_text()


def test_a_wrong_age_is_said_at_the_field_and_keeps_the_question(
    phone: Page, site_url: str
) -> None:
    visit(phone, site_url)
    for text in ("", "old", "-3", "200", "６７"):
        phone.fill("#finder-age", text)
        submit(phone)
        assert phone.inner_text("#finder-error") == "请写0到130之间的数。"
        assert phone.get_attribute("#finder-age", "aria-invalid") == "true"
        assert phone.evaluate("document.activeElement.id") == "finder-age"


def test_not_for_you_says_why_and_what_to_do_instead(phone: Page, site_url: str) -> None:
    visit(phone, site_url, "zh", "age=30&service=none&disability_grade=none")
    for text in phone.locator(".finder-no li").all_text_contents():
        assert "要求：" in text
        assert "可以这样：" in text


def test_skipped_questions_can_be_answered_later(phone: Page, site_url: str) -> None:
    visit(phone, site_url)
    while phone.locator(".finder-ask form").count():
        phone.get_by_role("button", name="不清楚，跳过").click()
    assert "还有" in phone.inner_text(".finder-ask")
    phone.get_by_role("button", name="再答跳过的问题").click()
    assert phone.locator("#finder-age").count() == 1


def test_start_over_clears_everything(phone: Page, site_url: str) -> None:
    visit(phone, site_url, "zh", "at=wuhan&age=67&service=veteran&asked=age,day")
    phone.get_by_role("button", name="重新开始").click()
    assert fragment_of(phone) == ""
    assert phone.input_value("#finder-at") == "cn"
    assert "已清空" in phone.inner_text("#finder")


def test_a_place_without_own_services_says_that_the_national_floor_is_shown(
    phone: Page, site_url: str, real_register: Register
) -> None:
    registry = real_register.registry
    bare = next(p.id for p in registry.iter("jurisdiction") if offers_at(registry, p.id).falls_back)
    visit(phone, site_url, "zh", f"at={bare}")
    assert "国家规定的底线" in phone.inner_text(".finder-notices")
    visit(phone, site_url, "zh", "at=shenzhen-futian")
    assert "福田" in phone.inner_text(".finder-notices")


def test_answers_that_do_not_go_together_are_met_calmly(phone: Page, site_url: str) -> None:
    visit(phone, site_url, "zh", "age=5&employment=retired")
    assert "填错了" in phone.inner_text(".finder-notices")
    assert counts(phone)[0] > 0


BROKEN = [
    "%", "%E0%A4%A", "&&&===&", "=", "age=", "age=NaN&service=veteran", "age=1e9", "at=", "at=atlantis",
    "at=__proto__", "__proto__=1", "constructor=veteran", "service=constructor", "toString=1",
    "age=67&age=3&age=x", "insurance=none&insurance=bogus", "q=bogus", "q=__proto__", "asked=,,,age,,x",
    "all=2", "at=%3Cimg%20src%3Dx%20onerror%3D%22window.stung%3Dtrue%22%3E",
    "at=<script>window.stung=true</script>", "age=<svg/onload=window.stung=true>",
    "at=javascript:window.stung=true", "service=%22%3E%3Cscript%3Ewindow.stung%3Dtrue%3C/script%3E",
    "at={{7*7}}${7*7}", "at=%00%01%02", "at=%F0%9F%98%80%E2%80%AE", "x=" + "a" * 20000,
    "&".join(["health=hiv"] * 5000), "age=67&" + "z=1&" * 500,
]  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_mangled_link_gives_a_calm_page_and_runs_nothing(
    phone: Page, site_url: str, lang: str
) -> None:
    for fragment in BROKEN if lang == "zh" else BROKEN[::3]:
        visit(phone, site_url, lang, fragment)
        assert sum(counts(phone)) == 84, fragment
        assert phone.evaluate("window.stung") is None, fragment
        assert phone.locator("#finder img, #finder script, #finder svg").count() == 0, fragment


def test_what_can_be_read_of_a_mangled_link_is_kept(phone: Page, site_url: str) -> None:
    visit(phone, site_url, "zh", "at=atlantis&age=67&service=vetran&%E0%A4%A&housing=owner")
    notices = phone.inner_text(".finder-notices")
    assert "atlantis" in notices
    assert "2处看不懂" in notices
    kept = phone.inner_text(".finder-answers")
    assert "67岁" in kept
    assert "住自己的房子" in kept
    assert "cn/elderly-health-management" in names(phone, "yes")


def test_a_jump_inside_the_page_does_not_lose_the_answers(phone: Page, site_url: str) -> None:
    visit(phone, site_url, "zh", "age=67")
    before = counts(phone)
    phone.evaluate("location.hash = '#main'")
    phone.wait_for_function("location.hash === '#main'")
    assert counts(phone) == before
    phone.select_option("#finder-at", "wuhan")
    assert "age=67" in fragment_of(phone)


def test_printing_gives_a_checklist_without_questions(phone: Page, site_url: str) -> None:
    visit(phone, site_url, "zh", "age=67&service=veteran")
    phone.emulate_media(media="print")
    phone.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert not phone.is_visible(".finder-ask")
    assert not phone.is_visible(".finder-other")
    assert not phone.is_visible(".finder-no")
    shown = phone.locator(".finder-yes li").evaluate_all(
        "all => all.every((li) => li.offsetHeight > 0)"
    )
    assert shown
    box = "getComputedStyle(document.querySelector('.finder-yes li'), '::before').borderTopWidth"
    assert phone.evaluate(box) not in {"", "0px"}


def test_without_script_groups_and_life_events_lead_to_the_same_services(
    browser: Browser, site_url: str
) -> None:
    for lang in LANGUAGES:
        context = browser.new_context(java_script_enabled=False, viewport=PHONE)
        page = context.new_page()
        page.goto(finder_url(site_url, lang))
        assert not page.is_visible("#finder")
        assert page.is_visible("noscript p")
        assert page.locator(".finder-other a[href*='life-events/']").count() >= 12
        assert page.locator("a[href$='recipients/']").count() >= 1
        context.close()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("mode", ["plain", "elder"])
def test_nothing_sticks_out_at_320_pixels_and_targets_are_large(
    phone: Page, site_url: str, lang: str, mode: str
) -> None:
    phone.set_viewport_size({"width": 320, "height": 640})
    base = f"{site_url}{'en/' if lang == 'en' else ''}finder/"
    phone.goto(f"{base}{'?mode=elder' if mode == 'elder' else ''}#age=67&service=veteran")
    phone.wait_for_selector(".finder-count:not(:empty)")
    out = phone.locator("#main *").evaluate_all(
        "all => all.filter((one) => one.getBoundingClientRect().right > 320.5).map((one) => one.outerHTML.slice(0, 90))"
    )
    assert out == []
    least = 60 if mode == "elder" else 44
    heights = phone.locator(
        ".finder-options label, .finder .actions button, .finder select"
    ).evaluate_all("all => all.map((one) => Math.round(one.getBoundingClientRect().height))")
    assert min(heights) >= least, heights


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "fragment", ["", "age=67&asked=age", "age=67&service=veteran&at=wuhan", "all=1"]
)
def test_accessible_in_every_state(phone: Page, site_url: str, lang: str, fragment: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    visit(phone, site_url, lang, fragment)
    for summary in phone.locator("#finder summary").all():
        summary.evaluate("node => { node.parentElement.open = true; }")
    found = Axe().run(phone).response["violations"]
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found] == []


def test_first_visit_stays_small(phone: Page, site_url: str, built_site: Path) -> None:
    import gzip

    for lang in LANGUAGES:
        data = (built_site / "data" / f"finder.{lang}.json").read_bytes()
        assert len(json.loads(data)["items"]) >= 81
        assert len(gzip.compress(data, mtime=0)) < 40_000
    visit(phone, site_url)


def test_what_touches_the_person_comes_before_what_everybody_gets(
    phone: Page, site_url: str
) -> None:
    visit(phone, site_url, fragment="age=28&pregnant=yes&residence=resident&household=urban")
    assert names(phone, "yes")[0] == "cn/maternal-health"
    visit(phone, site_url, fragment="age=45&disability_grade=2&residence=registered")
    assert names(phone, "maybe")[0] == "cn/disability-two-subsidies"
