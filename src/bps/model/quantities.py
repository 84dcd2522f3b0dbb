"""Units of measure and what a value is counted per, with their labels."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bps.model.base import Many, Reference, Strict, Text, about, field
from bps.model.record import SourcedRecord

# Units keep their usual letters (CNY, m2), so they are wider than a slug.
QUANTITY_PATTERN = r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"
MeasureUnitRef = Annotated[
    str, Reference("measure-unit"), Field(pattern=QUANTITY_PATTERN, max_length=60)
]
PerRef = Annotated[str, Reference("per"), Field(pattern=QUANTITY_PATTERN, max_length=60)]


class Quantity(Strict):
    """One unit of measure, or one thing that is counted per."""

    model_config = about(
        "Unit of measure",
        "计量单位",
        "A unit of measure with its label in both languages.",
        "计量单位及其中英文写法。",
    )

    id: Annotated[str, Field(pattern=QUANTITY_PATTERN, max_length=60)] = field(
        "Id", "编号", "Short id used in levels.", "标准行中使用的编号。", "CNY", required=True
    )
    name: Text = field(
        "Label",
        "写法",
        "As printed after a number.",
        "写在数字后面的字样。",
        {"zh": "元", "en": "yuan"},
        required=True,
    )


class Quantities(SourcedRecord):
    """The units of measure that levels and results may use."""

    model_config = about(
        "Units of measure",
        "计量单位表",
        "Units of measure that levels, indicators and results may use.",
        "标准、指标和结果可以使用的计量单位。",
    )

    units: Many[Quantity] = field(
        "Units",
        "单位",
        "Units of a value.",
        "数值的单位。",
        [{"id": "CNY", "name": {"zh": "元", "en": "yuan"}}],
        required=True,
    )
    per: Many[Quantity] = field(
        "Per",
        "按…计",
        "What a value is counted per.",
        "数值按什么计。",
        [{"id": "person", "name": {"zh": "人", "en": "person"}}],
        required=True,
    )
