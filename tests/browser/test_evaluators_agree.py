"""One evaluator in Python, one in the browser: the same answer to the same question, always."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bps.analysis.eligibility import (
    Offer,
    browser_offers,
    browser_table,
    contradictions,
    next_card,
    offers_at,
    outcome,
)
from bps.findings.words import Words
from tests.support.server import serve_folder
from tests.support.situations import (
    dice,
    eligibility_vectors,
    personas,
    plain_situation,
    random_condition,
    random_situation,
    situation_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from bps.pipeline import Register

ASSETS = Path(__file__).resolve().parents[2] / "src" / "bps" / "render" / "assets"
RANDOM_CASES = 2000
RUN = """async ({ table, cases }) => {
  const { createEvaluator } = await import("/eligibility.js");
  const judge = createEvaluator(table);
  return cases.map(({ condition, situation, untested, when_no }) => ({
    verdict: judge.judge(condition, situation),
    missing: judge.missing(condition, situation),
    outcome: judge.outcome({ id: "x", condition, untested, when_no }, situation),
    odd: judge.contradictions(situation),
  }));
}"""

pytestmark = pytest.mark.xdist_group("evaluators")


@pytest.fixture(scope="module")
def bench(browser: Browser) -> Iterator[Page]:
    """An empty page from which the evaluator can be imported."""
    with ExitStack() as stack:
        address = stack.enter_context(serve_folder(ASSETS))
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{address}eligibility.js")
        yield page
        context.close()


def in_browser(page: Page, lang: str, cases: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(RUN, {"table": browser_table(lang), "cases": cases})
    return found


def by_python(lang: str, case: dict[str, Any]) -> dict[str, Any]:
    """The same answers in the same form."""
    untested = tuple(Words(text, text) for text in case["untested"])
    when_no = Words(case["when_no"], case["when_no"]) if case["when_no"] else None
    situation = situation_of(case["situation"])
    one = outcome(Offer("x", "cn", case["condition"], untested, when_no), situation)
    return {
        "id": one.id,
        "group": str(one.group),
        "missing": list(one.missing),
        "untested": [text.in_language(lang) for text in one.untested],
        "because": [text.in_language(lang) for text in one.because],
        "instead": [text.in_language(lang) for text in one.instead],
    }


def test_browser_gives_the_verdict_of_every_shared_vector(bench: Page) -> None:
    cases = eligibility_vectors()
    for case, found in zip(cases, in_browser(bench, "zh", cases), strict=True):
        assert (found["verdict"], found["missing"]) == (case["verdict"], case["missing"]), case


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_both_give_the_same_group_reasons_and_advice_for_random_conditions(
    bench: Page, lang: str
) -> None:
    random = dice(2026)
    cases: list[dict[str, Any]] = [
        {
            "condition": random_condition(random),
            "situation": plain_situation(random_situation(random)),
            "untested": random.choice([[], ["?"]]),
            "when_no": random.choice([None, None, "wider"]),
        }
        for _ in range(RANDOM_CASES)
    ]
    for case, found in zip(cases, in_browser(bench, lang, cases), strict=True):
        assert found["outcome"] == by_python(lang, case), case
        odd = [text.in_language(lang) for text in contradictions(situation_of(case["situation"]))]
        assert found["odd"] == odd, case


def test_both_collect_the_same_services_at_every_place(
    bench: Page, real_register: Register
) -> None:
    registry = real_register.registry
    places = {
        place.id: {"up": place.parent} if place.parent else {}
        for place in registry.iter("jurisdiction")
    }
    found = bench.evaluate(
        """async ({ places, items }) => {
          const { offersAt } = await import("/eligibility.js");
          return Object.fromEntries(Object.keys(places).map((place) => {
            const { chain, offers, recorded, fallsBack } = offersAt(place, places, items);
            return [place, [chain, offers.map((offer) => offer.id), recorded, fallsBack]];
          }));
        }""",
        {"places": places, "items": browser_offers(registry, "zh")},
    )
    for place in places:
        own = offers_at(registry, place)
        ids = [offer.id for offer in own.offers]
        assert found[place] == [list(own.chain), ids, list(own.recorded), own.falls_back]


def test_both_ask_the_same_next_question(bench: Page, real_register: Register) -> None:
    offers = offers_at(real_register.registry, "cn").offers
    conditions = [offer.condition for offer in offers if offer.condition is not None]
    random = dice(5)
    cases: list[dict[str, Any]] = []
    for person in personas():
        truth = list(person["situation"].items())
        for count in (0, 1, 3, 6):
            known = dict(random.sample(truth, count))
            asked = random.choice([[], ["touches"], ["age", "home"]])
            cases.append({"known": known, "asked": asked})
    found = bench.evaluate(
        """async ({ table, conditions, cases }) => {
          const { createEvaluator } = await import("/eligibility.js");
          const judge = createEvaluator(table);
          return cases.map(({ known, asked }) => judge.nextCard(conditions, known, asked)?.id ?? null);
        }""",
        {"table": browser_table("en"), "conditions": conditions, "cases": cases},
    )
    for case, card in zip(cases, found, strict=True):
        own = next_card(conditions, situation_of(case["known"]), asked=case["asked"])
        assert card == (own.id if own else None), case


def test_words_of_both_languages_name_the_same_keys_and_cards() -> None:
    chinese, english = browser_table("zh"), browser_table("en")
    assert list(chinese["keys"]) == list(english["keys"])
    assert [card["id"] for card in chinese["cards"]] == [card["id"] for card in english["cards"]]
    assert chinese["sentences"].keys() == english["sentences"].keys()


def test_no_answers_of_any_shape_stop_the_reader_or_slip_through(bench: Page) -> None:
    random = dice(404)
    names = [
        "age",
        "service",
        "health",
        "insurance",
        "__proto__",
        "constructor",
        "toString",
        "",
        "at",
    ]
    pieces = [
        "67",
        "none",
        "veteran",
        "hiv",
        "NaN",
        "1e3",
        "<b>",
        "\ud83d\ude00",
        "\u202e",
        "none",
        "",
        "x" * 999,
    ]
    rounds = [
        [[random.choice(names), random.choice(pieces)] for _ in range(random.randint(0, 8))]
        for _ in range(RANDOM_CASES)
    ]
    found = bench.evaluate(
        """async ({ table, rounds }) => {
          const { createEvaluator } = await import("/eligibility.js");
          const judge = createEvaluator(table);
          const inOrder = (plain) => JSON.stringify(Object.entries(plain).sort());
          return rounds.map((pairs) => {
            const { situation } = judge.readAnswers(pairs);
            const again = judge.readAnswers(judge.writeAnswers(situation));
            return [situation, inOrder(again.situation) === inOrder(situation), again.unread];
          });
        }""",
        {"table": browser_table("zh"), "rounds": rounds},
    )
    allowed: dict[str, set[object]] = {
        "age": {67},
        "service": {"none", "veteran"},
        "health": {"hiv"},
        "insurance": set(),
    }
    for situation, stable, unread in found:
        assert stable
        assert unread == 0
        for key, answer in situation.items():
            assert set(answer if isinstance(answer, list) else [answer]) <= allowed[key]
