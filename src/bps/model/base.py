"""What every record is made of: the strict base class, language maps, dates, ids and references.

Models hold only what JSON Schema can say, because the schema is generated from them
(`bps.schema`). Anything that needs another record, arithmetic or judgement is a rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

T = TypeVar("T")

# A slug names one record inside its folder; an id may put a jurisdiction in front of it.
SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$"
DATE_PATTERN = r"^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
DECIMAL_PATTERN = r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$"
URL_PATTERN = r"^https?://[^\s]+$"
# An id longer than this no longer fits on one line of a terminal beside its finding.
ID_LENGTH = 100
# Names longer than this do not fit a tile or a search result; titles of standards set the mark.
NAME_LENGTH = 200
# Longer texts turn a record into documentation: a plain page has to stay plain.
TEXT_LENGTH = 2000


def about(
    title_en: str, title_zh: str, description_en: str, description_zh: str, **schema: Any
) -> ConfigDict:
    """Describe a model once, in both languages, for schema, reference page and forms.

    Args:
        title_en: Short English title.
        title_zh: Short Chinese title.
        description_en: One or two English sentences.
        description_zh: The same in Chinese.
        **schema: Further JSON Schema keywords, such as `minProperties`.

    Returns:
        The part of a model configuration that carries the texts.
    """
    return ConfigDict(
        title=title_en,
        json_schema_extra={
            "description": description_en,
            "x-title-zh": title_zh,
            "x-description-zh": description_zh,
            **schema,
        },
    )


def field(
    title_en: str,
    title_zh: str,
    description_en: str,
    description_zh: str,
    *examples: Any,
    required: bool = False,
    many: bool = False,
    quantity: str | None = None,
    alias: str | None = None,
) -> Any:
    """Declare one property with its texts in both languages.

    Args:
        title_en: Short English title.
        title_zh: Short Chinese title.
        description_en: What the value means and what it excludes.
        description_zh: The same in Chinese.
        *examples: At least one example value.
        required: Whether the property must be there.
        many: Whether the absent value is an empty tuple instead of None.
        quantity: Unit of a quantity, such as "m2".
        alias: Key in the file where it is a word that Python keeps for itself.

    Returns:
        A pydantic field.
    """
    extra: dict[str, Any] = {"x-title-zh": title_zh, "x-description-zh": description_zh}
    if quantity is not None:
        extra["x-quantity"] = quantity
    default: Any = ... if required else () if many else None
    return Field(
        default,
        alias=alias,
        title=title_en,
        description=description_en,
        examples=list(examples),
        json_schema_extra=extra,
    )


class Strict(BaseModel):
    """Base of every model: strict types, frozen, no unknown keys, absent instead of null."""

    model_config = ConfigDict(
        strict=True,
        extra="forbid",
        frozen=True,
        validate_by_alias=True,
        validate_by_name=False,
        serialize_by_alias=True,
        protected_namespaces=(),
        # Built with the first record that needs it, not when a command that needs none starts.
        defer_build=True,
    )

    @model_validator(mode="before")
    @classmethod
    def _absent_is_not_null(cls, data: Any) -> Any:
        """Refuse null: the generated schema knows only "there" and "not there"."""
        if isinstance(data, dict):
            for key, value in data.items():
                if value is None:
                    code, text = "null", "'{key}' is null"
                    raise PydanticCustomError(code, text, {"key": key})
        return data


@dataclass(frozen=True, slots=True)
class Reference:
    """Mark a string as the id of another record of type `to`; the linker follows these marks."""

    to: str

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Leave the string as it is: whether the target exists is the linker's question."""
        return handler(source)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Say in the schema which type of record the string names."""
        return {**handler(schema), "x-ref": self.to}


def _whole(value: Any) -> Any:
    """Read 3.0 as 3, as JSON Schema does for an integer."""
    return int(value) if type(value) is float and value.is_integer() else value


# Lists are tuples, so that a frozen record is frozen all the way down. An empty list is refused:
# what is not there is left out.
Many = Annotated[tuple[T, ...], Field(strict=False, min_length=1)]
Slug = Annotated[str, Field(pattern=SLUG_PATTERN, max_length=ID_LENGTH)]
Identifier = Annotated[str, Field(pattern=ID_PATTERN, max_length=ID_LENGTH)]
PartialDate = Annotated[str, Field(pattern=DATE_PATTERN)]
DecimalText = Annotated[str, Field(pattern=DECIMAL_PATTERN, max_length=40)]
Count = Annotated[int, Field(ge=0), BeforeValidator(_whole)]
Url = Annotated[str, Field(pattern=URL_PATTERN, max_length=TEXT_LENGTH)]
Line = Annotated[str, Field(min_length=1, max_length=NAME_LENGTH)]
Words = Annotated[str, Field(min_length=1, max_length=TEXT_LENGTH)]


def _one_language_at_least(text: Text) -> Text:
    if text.zh is None and text.en is None:
        code, message = "text-empty", "a text needs zh or en"
        raise PydanticCustomError(code, message)
    return text


class Text(Strict):
    """The same words in Chinese and English; at least one of them."""

    model_config = about(
        "Text in two languages",
        "双语文字",
        "The same words in Chinese (zh) and English (en); at least one of the two, Chinese "
        "expected.",
        "同一内容的中文（zh）和英文（en），至少填一种，一般应有中文。",
        minProperties=1,
    )

    zh: Words | None = field("Chinese", "中文", "The Chinese words.", "中文文字。", "预防接种")
    en: Words | None = field("English", "英文", "The English words.", "英文文字。", "Vaccination")

    _at_least_one = model_validator(mode="after")(_one_language_at_least)

    def get(self, language: str) -> str | None:
        """Words in exactly this language, or None."""
        return self.zh if language == "zh" else self.en

    def in_language(self, language: str) -> str:
        """Words in this language, else in the other one."""
        wanted, other = (self.zh, self.en) if language == "zh" else (self.en, self.zh)
        return wanted or other or ""
