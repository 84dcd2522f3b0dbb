"""The figures of the five source documents appear in the register and agree with one another."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bps.analysis.analyses import Analyses
from bps.analysis.diff import diff_editions
from bps.analysis.evidence import evidence_report
from bps.analysis.floor import floors
from bps.analysis.ladder import ladders
from bps.analysis.lifecycle import lifecycle
from bps.analysis.loop import loop
from bps.analysis.monitoring import results
from bps.analysis.reconcile import reconcile
from bps.analysis.reports import REPORTS

if TYPE_CHECKING:
    from bps.analysis.claims import Claim
    from bps.pipeline import Register

TODAY = date(2026, 11, 22)


def claims(register: Register, holder: str, of: str) -> list[Claim]:
    return [
        one
        for one in reconcile(register.registry).claims
        if one.holder == holder and one.of == of and (one.part, one.domain) == (None, None)
    ]


@pytest.mark.parametrize(
    ("holder", "of", "number"),
    [
        ("futian-2021", "items", 145),
        ("futian-2021", "areas", 9),
        ("futian-2021", "featured-items", 41),
        ("futian-standard-system", "local-standards", 44),
        ("futian-standard-system", "provincial-standards", 6),
        ("futian-standard-system", "municipal-standards", 38),
        ("futian-standard-system", "internal-norms", 81),
        ("futian-standard-system", "standards", 900),
        ("futian-standard-system", "documents", 885),
        ("qiaoxiang-2021", "items", 55),
        ("fukang-standard-system", "items", 14),
        ("fukang-standard-system", "internal-norms", 9),
        ("fukang-standard-system", "local-standards", 2),
        ("shenzhen-futian/fukang-house", "documents", 25),
        ("taizhou-series-2021", "local-standards", 15),
        ("wuhan-guarantee-levels", "levels", 11),
        ("wuhan-quality-monitoring", "monitored-domains", 12),
        ("honghu-monitoring-items", "monitored-items", 55),
        ("honghu-monitoring-items", "monitored-domains", 12),
        ("honghu-quality-work", "other", 4),
        ("national-2021", "items", 80),
        ("national-2021", "areas", 9),
        ("national-2021", "categories", 22),
        ("national-2023", "items", 81),
    ],
)
def test_a_declared_total_stands_as_its_source_has_it(
    holder: str, of: str, number: int, real_register: Register
) -> None:
    assert number in {one.declared for one in claims(real_register, holder, of)}


@pytest.mark.parametrize(
    ("of", "holders", "numbers"),
    [
        ("items", ("futian-2021", "pilot-shenzhen-futian"), {145}),
        ("areas", ("futian-2021", "pilot-shenzhen-futian"), {9}),
        ("featured-items", ("futian-2021", "pilot-shenzhen-futian"), {41}),
        ("local-standards", ("futian-standard-system", "pilot-shenzhen-futian"), {25, 44}),
        ("internal-norms", ("futian-standard-system", "pilot-shenzhen-futian"), {81}),
        ("local-standards", ("taizhou-series-2021", "pilot-taizhou-jiangsu"), {15}),
        ("monitored-items", ("honghu-monitoring-items", "honghu-quality-work"), {55}),
        ("monitored-domains", ("honghu-monitoring-items", "hubei-quality-monitoring"), {12}),
        ("items", ("fukang-standard-system", "shenzhen-futian/fukang-house"), {14}),
        ("internal-norms", ("fukang-standard-system", "shenzhen-futian/fukang-house"), {9}),
        ("local-standards", ("fukang-standard-system", "shenzhen-futian/fukang-house"), {2}),
        ("levels", ("wuhan-guarantee-levels", "wuhan-quality-monitoring"), {11}),
    ],
)
def test_the_records_of_one_document_agree_with_one_another(
    of: str, holders: tuple[str, ...], numbers: set[int], real_register: Register
) -> None:
    for holder in holders:
        assert {one.declared for one in claims(real_register, holder, of)} == numbers, holder


@pytest.mark.parametrize(("edition", "number"), [("national-2021", 80), ("national-2023", 81)])
def test_the_national_editions_are_recorded_whole(
    edition: str, number: int, real_register: Register
) -> None:
    whole = [one for one in claims(real_register, edition, "items") if one.label is None]
    assert [one.recorded for one in whole] == [number]
    by_area = [
        one
        for one in reconcile(real_register.registry).claims
        if one.holder == edition and one.of == "items" and one.domain is not None
    ]
    assert len(by_area) >= 9
    assert {one.state for one in by_area} == {"complete"}


def test_every_sum_of_the_sources_adds_up(real_register: Register) -> None:
    sums = {(one.holder, one.of, one.by): one for one in reconcile(real_register.registry).sums}
    futian = sums["futian-standard-system", "local-standards", "level"]
    assert (futian.total, futian.sum) == (44, 6 + 38)
    assert sums["futian-standard-system", "provincial-standards", "part"].outcome == "agrees"
    assert sums["futian-standard-system", "municipal-standards", "part"].sum == 2 + 36
    assert sums["national-2021", "items", "area"].outcome == "agrees"
    assert sums["national-2023", "items", "area"].sum == 81


def test_competing_claims_about_the_standards_of_futian_stand_side_by_side(
    real_register: Register,
) -> None:
    found = [
        {claim.declared for claim in one.claims}
        for one in reconcile(real_register.registry).contradictions
        if one.holder == "futian-standard-system" and one.of == "local-standards"
    ]
    assert found == [{25, 44}]


def test_the_changes_of_2023_agree_with_the_published_summary(real_register: Register) -> None:
    found = diff_editions(real_register.registry, "national-2021", "national-2023")
    published = {one.kind: one for one in found.published}
    assert {kind: published[kind].declared for kind in
            ("touched", "added", "raised", "widened", "reworded", "new-lead-unit")} == {
        "touched": 48, "added": 1, "raised": 3, "widened": 2, "reworded": 41, "new-lead-unit": 10,
    }  # fmt: skip
    assert [one.item for one in found.of_kind("added", "records")] == [
        "cn/folic-acid-supplementation"
    ]
    named = {one.item for one in found.of_kind("raised", "published")}
    assert named <= {one.item for one in found.of_kind("raised", "records")}
    assert found.of_kind("removed") == ()


def test_wuhan_keeps_the_place_of_eleven_unnamed_levels(real_register: Register) -> None:
    wuhan = next(one for one in floors(real_register.registry, today=TODAY) if one.place == "wuhan")
    assert ("list", "wuhan-guarantee-levels", 11) in wuhan.declared_above


def test_no_place_is_put_below_the_floor_by_unclear_dates(real_register: Register) -> None:
    for place in floors(real_register.registry, today=TODAY):
        for one in place.items:
            if one.standing == "below" and one.scope != "narrower":
                assert any(
                    row.verdict == "below" and row.certain and not row.ended for row in one.levels
                )


def test_the_basic_pension_is_drawn_over_time_and_places(real_register: Register) -> None:
    ladder = ladders(real_register.registry, measure="basic-pension-minimum")[0]
    assert ladder.has_national
    assert ladder.places >= 9
    assert [str(rung.value) for rung in ladder.rungs if rung.place == "cn"][:2] == ["55", "70"]


def test_the_rank_and_the_weak_items_of_honghu_are_found(real_register: Register) -> None:
    words = " ".join(
        one.reason.en for one in loop(real_register.registry, "honghu", today=TODAY).overall
    )
    assert "rank 17 of 28" in words
    assert "22 of 55" in words
    assert "85" in words


def test_the_survey_of_zhushan_has_its_26_questions_in_12_domains(real_register: Register) -> None:
    survey = real_register.registry.get("survey", "zhushan-26-questions")
    roles = [one.role for one in survey.questions]
    assert (len(roles), roles.count("concept"), roles.count("domain"), roles.count("overall")) == (
        26, 3, 19, 4,
    )  # fmt: skip
    assert len({one.domain for one in survey.questions if one.domain}) == 12
    assert len(survey.grades) == 6
    assert survey.satisfied_from == "80"
    assert {one.basis for one in survey.grades} <= {"assumed", "excluded"}


def test_satisfaction_never_shares_a_key_with_another_kind_or_survey(
    real_register: Register,
) -> None:
    found = results(real_register.registry)
    kinds: dict[tuple[object, ...], set[tuple[str, str | None]]] = {}
    for one in found:
        kinds.setdefault(one.comparable, set()).add((one.family, one.survey))
    assert all(len(group) == 1 for group in kinds.values())


def test_no_standard_gets_an_alert_without_a_known_status(real_register: Register) -> None:
    for clock in lifecycle(real_register.registry, today=TODAY).clocks:
        if clock.state in {"overdue", "maybe-due", "due-soon"}:
            record = real_register.registry.get("standard", clock.standard)
            assert record.status == "in-force"
            assert record.level in {"national", "sector", "local"}


@pytest.mark.parametrize("name", REPORTS)
def test_an_analysis_of_the_real_register_takes_under_a_second(
    name: str, real_register: Register
) -> None:
    begun = time.perf_counter()
    tables = REPORTS[name].tables(Analyses(real_register.registry, today=TODAY))
    taken = time.perf_counter() - begun
    assert tables
    assert taken < 1


def test_the_weak_domains_of_honghu_lead_to_items_standards_and_units(
    real_register: Register,
) -> None:
    weak = {
        one.domain: one
        for one in loop(real_register.registry, "honghu", today=TODAY).domains
        if one.weaknesses
    }
    assert set(weak) == {"monitoring-domains/public-culture", "monitoring-domains/public-sports"}
    assert all(one.items and one.standards and one.units for one in weak.values())


def test_every_fact_of_the_register_names_its_evidence(real_register: Register) -> None:
    found = evidence_report(real_register.registry, today=TODAY)
    assert dict(found.facts)["unsourced"] == 0


def test_the_totals_of_the_national_monitoring_have_their_years(real_register: Register) -> None:
    found = {
        (one.as_of, one.declared)
        for one in reconcile(real_register.registry).claims
        if one.holder == "national-quality-monitoring" and one.of == "places" and one.label
        and one.label.en == "Cities monitored"
    }  # fmt: skip
    assert found == {("2020", 110), ("2021", 120)}


def test_monitoring_before_the_national_series_is_kept_apart(real_register: Register) -> None:
    for one in results(real_register.registry):
        if one.source == "copy-east-china-monitoring-2014":
            assert one.survey is None
