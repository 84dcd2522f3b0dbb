"""Who a service is for, as a small expression over a person's situation.

The keys and values are those of the situation a resident describes. An expression is true, false
or unknown; there is no free formula, so that every reader and both evaluators agree on it.
"""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from bps.model.base import Many, Strict, about, field

YesNo = Literal["yes", "no"]
Sex = Literal["female", "male"]
Residence = Literal["registered", "resident", "visitor"]
Household = Literal["rural", "urban"]
EducationStage = Literal[
    "preschool",
    "primary",
    "junior-secondary",
    "senior-secondary",
    "secondary-vocational",
    "higher",
    "none",
]
Employment = Literal[
    "employed", "self-employed", "unemployed", "seeking", "retired", "student", "none"
]
Insurance = Literal[
    "employee-pension",
    "resident-pension",
    "employee-medical",
    "resident-medical",
    "unemployment",
    "work-injury",
    "maternity",
]
IncomeSupport = Literal["minimum-living", "destitute", "low-income-edge", "disaster-hit", "none"]
DisabilityGrade = Literal["1", "2", "3", "4", "none"]
DisabilityKind = Literal[
    "vision", "hearing", "speech", "physical", "intellectual", "mental", "multiple"
]
Service = Literal[
    "active", "leaving", "veteran", "disabled-veteran", "martyr-family", "dependant", "none"
]
Housing = Literal["owner", "renting", "none", "dangerous", "shantytown"]
Health = Literal[
    "hypertension",
    "diabetes",
    "copd",
    "tuberculosis",
    "severe-mental-disorder",
    "hiv",
    "hiv-risk",
    "endemic-disease",
]
Family = Literal[
    "orphan",
    "unattended-child",
    "child-in-difficulty",
    "left-behind-child",
    "lost-only-child",
    "disabled-only-child",
    "surgery-complication",
    "planning-pregnancy",
]


def _some_bound(bounds: AgeRange) -> AgeRange:
    if bounds.min is None and bounds.max is None:
        code, message = "age-empty", "an age range needs min or max"
        raise PydanticCustomError(code, message)
    return bounds


class AgeRange(Strict):
    """Ages from `min` to `max`, both included."""

    model_config = about(
        "Age range",
        "年龄范围",
        "Ages in years from min to max, both included; at least one of the two.",
        "以周岁计的年龄范围，含两端，至少填一端。",
        minProperties=1,
    )

    min: float | None = field(
        "At least", "不小于", "Lowest age.", "最小年龄。", 60, quantity="years"
    )
    max: float | None = field(
        "At most", "不大于", "Highest age.", "最大年龄。", 6, quantity="years"
    )

    _some = model_validator(mode="after")(_some_bound)


def _exactly_one(expression: Expression) -> Expression:
    if len(expression.model_fields_set) != 1:
        code, message = "expression-keys", "an eligibility expression has exactly one key"
        raise PydanticCustomError(code, message)
    return expression


class Expression(Strict):
    """One condition: `all`, `any` or `not` over others, or one atom."""

    model_config = about(
        "Eligibility expression",
        "资格条件",
        "Exactly one key: all, any, not, or one property of a person's situation with the values "
        "that qualify.",
        "只填一个键：all（全部满足）、any（任一满足）、not（不属于），或个人情况的一项及其符合的取值。",
        minProperties=1,
        maxProperties=1,
    )

    all: Many[Expression] = field(
        "All of",
        "全部满足",
        "Every condition holds.",
        "每一条都满足。",
        [{"age": {"min": 60}}, {"residence": ["registered"]}],
        many=True,
    )
    any: Many[Expression] = field(
        "Any of",
        "任一满足",
        "At least one condition holds.",
        "至少满足一条。",
        [{"age": {"min": 65}}, {"disability_grade": ["1", "2"]}],
        many=True,
    )
    not_: Expression | None = field(
        "Not",
        "不属于",
        "The condition does not hold.",
        "不符合该条件。",
        {"employment": ["employed"]},
        alias="not",
    )
    age: AgeRange | None = field(
        "Age", "年龄", "Age in years.", "周岁。", {"min": 60}, quantity="years"
    )
    sex: Many[Sex] = field(
        "Sex", "性别", "female, male.", "female 女；male 男。", ["female"], many=True
    )
    pregnant: Many[YesNo] = field(
        "Pregnant or lately given birth",
        "孕产期",
        "yes or no, in quotes.",
        "yes 是、no 否，加引号。",
        ["yes"],
        many=True,
    )
    ethnic_minority: Many[YesNo] = field(
        "Ethnic minority",
        "少数民族",
        "yes or no, in quotes.",
        "yes 是、no 否，加引号。",
        ["yes"],
        many=True,
    )
    residence: Many[Residence] = field(
        "Residence",
        "居住情况",
        "registered (household register here), resident (living here), visitor.",
        "registered 本地户籍；resident 常住；visitor 短期停留。",
        ["registered", "resident"],
        many=True,
    )
    household: Many[Household] = field(
        "Household", "户别", "rural or urban.", "rural 农村；urban 城镇。", ["rural"], many=True
    )
    education_stage: Many[EducationStage] = field(
        "Schooling",
        "就学阶段",
        "Stage of schooling now.",
        "目前就学阶段。",
        ["primary", "junior-secondary"],
        many=True,
    )
    employment: Many[Employment] = field(
        "Work",
        "就业情况",
        "Work situation now.",
        "目前就业情况。",
        ["unemployed", "seeking"],
        many=True,
    )
    insurance: Many[Insurance] = field(
        "Insurance",
        "参加的保险",
        "Social insurance the person is in; one of them is enough.",
        "已参加的社会保险，有其一即可。",
        ["work-injury"],
        many=True,
    )
    income_support: Many[IncomeSupport] = field(
        "Income support",
        "救助情况",
        "Kind of social relief the person's family is recognised for.",
        "家庭被认定的救助类别。",
        ["minimum-living", "destitute"],
        many=True,
    )
    disability_grade: Many[DisabilityGrade] = field(
        "Disability grade",
        "残疾等级",
        "1 (most severe) to 4, or none; in quotes.",
        "1（最重）至 4，或 none；加引号。",
        ["1", "2"],
        many=True,
    )
    disability_kind: Many[DisabilityKind] = field(
        "Disability kind",
        "残疾类别",
        "Kind of disability on the certificate.",
        "残疾人证上的类别。",
        ["intellectual", "mental"],
        many=True,
    )
    service: Many[Service] = field(
        "Military service",
        "服役情况",
        "Service, or family tie to somebody who serves or served.",
        "本人服役情况或优抚家属身份。",
        ["veteran"],
        many=True,
    )
    housing: Many[Housing] = field(
        "Housing",
        "住房情况",
        "Housing situation now.",
        "目前住房情况。",
        ["none", "renting"],
        many=True,
    )
    health: Many[Health] = field(
        "Health",
        "健康情况",
        "Diagnosed condition; one of them is enough.",
        "已确诊的疾病，有其一即可。",
        ["hypertension"],
        many=True,
    )
    family: Many[Family] = field(
        "Family",
        "家庭情况",
        "Family situation; one of them is enough.",
        "家庭特殊情况，有其一即可。",
        ["orphan"],
        many=True,
    )

    _one = model_validator(mode="after")(_exactly_one)
