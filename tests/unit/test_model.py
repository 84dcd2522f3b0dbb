"""Models: strict, frozen, bilingual, and in one order of keys."""

import pytest
from pydantic import BaseModel, ValidationError

from bps.model import (
    RECORD_TYPES,
    Expression,
    Forwarding,
    Indicator,
    Item,
    Record,
    RecordType,
    Source,
    Strict,
    Text,
    keys_in_order,
)

EVIDENCE = [{"fields": ["name"], "source": "general-knowledge", "how": "background"}]


def every_model() -> list[type[BaseModel]]:
    seen: set[type[BaseModel]] = set()
    waiting: list[type[BaseModel]] = [Strict]
    while waiting:
        model = waiting.pop()
        for child in model.__subclasses__():
            if child not in seen:
                seen.add(child)
                waiting.append(child)
    return sorted(
        (model for model in seen if model.__module__.startswith("bps.model")),
        key=lambda model: model.__name__,
    )


@pytest.mark.parametrize("model", every_model(), ids=lambda model: model.__name__)
def test_every_model_is_strict_frozen_and_closed(model: type[BaseModel]) -> None:
    assert model.model_config.get("strict") is True
    assert model.model_config.get("frozen") is True
    assert model.model_config.get("extra") == "forbid"


@pytest.mark.parametrize("model", every_model(), ids=lambda model: model.__name__)
def test_every_property_has_texts_in_both_languages_and_an_example(model: type[BaseModel]) -> None:
    for name, info in model.model_fields.items():
        extra = info.json_schema_extra
        assert isinstance(extra, dict), name
        assert info.title, name
        assert info.description, name
        assert info.examples, name
        assert extra["x-title-zh"], name
        assert extra["x-description-zh"], name


def test_a_text_needs_one_of_its_two_languages() -> None:
    with pytest.raises(ValidationError, match="zh or en"):
        Text.model_validate({})


def test_a_text_falls_back_to_the_other_language() -> None:
    text = Text(zh="预防接种")
    assert text.in_language("en") == "预防接种"
    assert text.get("en") is None


def test_null_is_not_a_way_to_leave_a_value_out() -> None:
    with pytest.raises(ValidationError, match="null"):
        Text.model_validate({"zh": "预防接种", "en": None})


def test_a_whole_number_may_be_written_with_a_point_as_in_json_schema() -> None:
    listing = {"list": "testland-2020", "number": 3.0}
    item = Item.model_validate(
        {
            "id": "testland/item",
            "name": {"zh": "测试"},
            "status": "in-force",
            "jurisdiction": "testland",
            "listed_in": [listing],
            "evidence": EVIDENCE,
        }
    )
    assert item.listed_in[0].number == 3


@pytest.mark.parametrize(
    "record_id",
    ["Cn/item", "cn/item/part", "cn/", "/item", "cn_item", "cn item", "ｃｎ/item", "cn/item\n"],
)
def test_an_id_in_another_spelling_is_refused(record_id: str) -> None:
    with pytest.raises(ValidationError):
        Source.model_validate({"id": record_id, "name": {"zh": "测试"}, "kind": "official"})


def test_full_width_digits_are_no_digits() -> None:
    with pytest.raises(ValidationError):
        Indicator.model_validate(
            {
                "id": "measure",
                "name": {"zh": "测试"},
                "kind": "time",
                "direction": "lower",
                "unit": "天１",
                "evidence": EVIDENCE,
            }
        )


@pytest.mark.parametrize("expression", [{}, {"age": {"min": 1}, "sex": ["female"]}, {"all": []}])
def test_an_eligibility_expression_has_exactly_one_filled_key(expression: object) -> None:
    with pytest.raises(ValidationError):
        Expression.model_validate(expression)


def test_an_age_may_be_a_fraction_but_not_empty() -> None:
    expression = Expression.model_validate({"age": {"max": 0.5}})
    assert expression.age is not None
    assert expression.age.max == 0.5
    with pytest.raises(ValidationError):
        Expression.model_validate({"age": {}})


@pytest.mark.parametrize("kind", RECORD_TYPES.values(), ids=lambda kind: kind.name)
def test_keys_of_every_record_run_from_id_and_name_to_evidence(kind: RecordType) -> None:
    keys = keys_in_order(kind.model)
    assert keys[:2] == ("id", "name")
    assert keys[-1] == ("decisions" if kind.name == "source" else "evidence")
    assert set(keys) == {info.alias or name for name, info in kind.model.model_fields.items()}


def test_a_forwarding_entry_is_no_record_and_needs_a_day() -> None:
    assert not issubclass(Forwarding, Record)
    with pytest.raises(ValidationError):
        Forwarding.model_validate({"id": "cn/old", "kind": "moved", "to": ["cn/new"]})


def test_each_type_knows_where_its_files_stand() -> None:
    assert RECORD_TYPES["item"].path_of("cn/vaccination") == "catalogue/items/cn/vaccination.yml"
    assert RECORD_TYPES["recipients"].path_of("recipients") == "catalogue/recipients.yml"
    assert (
        RECORD_TYPES["standard"].path_of("taizhou-jiangsu/db3212-t-1077-2021", level="local")
        == "standards/local/taizhou-jiangsu/db3212-t-1077-2021.yml"
    )
    with pytest.raises(ValueError, match="no folder"):
        RECORD_TYPES["item"].path_of("vaccination")
