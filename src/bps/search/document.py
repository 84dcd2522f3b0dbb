"""What the search knows of one record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

# A local item stands behind the national one unless the place was named.
LOCAL: Final = 0.84


def in_language(text: tuple[str, str], language: str) -> str:
    """A text in this language, else in the other one."""
    zh, en = text
    return (zh or en) if language == "zh" else (en or zh)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handling:
    """Who handles a matter that is outside the lists.

    Attributes:
        body: The body by language.
        call: Number to call, or nothing.
        note: What a reader should know, by language.
        items: Ids of the items of the register that belong to the same matter.
    """

    body: tuple[str, str]
    call: str = ""
    note: tuple[str, str] = ("", "")
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchDocument:
    """One record (or one concept of a tree) as the search sees it, in both languages.

    Attributes:
        id: Id of the record.
        type: Record type, such as "item".
        name: Name by language.
        url: Address below the root of the site.
        aliases: Short, old and other official names.
        lay: What residents say for it, from the synonym file.
        codes: Codes as printed, for standards.
        about: Recipients, content and areas in words: found, but weaker than a name.
        places: Names of the place and of the places above it.
        facets: Values by facet: place, area, recipients, life_event.
        status: Status of the record, if it has one.
        weight: How likely this kind of record is what people look for.
        family: Id of the national item that a local item carries out, or its own.
        handled: Who handles it, for a matter outside the lists.
    """

    id: str
    type: str
    name: tuple[str, str]
    url: str
    aliases: tuple[str, ...] = ()
    lay: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    facets: tuple[tuple[str, tuple[str, ...]], ...] = ()
    status: str = ""
    weight: float = 1.0
    family: str = ""
    handled: Handling | None = None

    @property
    def key(self) -> str:
        """Key that is unique over all types."""
        return f"{self.type}:{self.id}"

    def name_in(self, language: str) -> str:
        """Name in this language, else in the other one."""
        return in_language(self.name, language)

    def values_of(self, facet: str) -> tuple[str, ...]:
        """Values of one facet."""
        return (self.type,) if facet == "type" else dict(self.facets).get(facet, ())
