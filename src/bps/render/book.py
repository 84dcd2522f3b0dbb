"""The registry as a reader of one language meets it: names, addresses, links, pages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from bps.analysis.levels_on import levels_on
from bps.model import RECORD_TYPES, Text
from bps.relations.state import AsOf
from bps.render.index import Index
from bps.render.layout import Crumb, Layout
from bps.render.values import Values

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from bps.analysis.analyses import Analyses
    from bps.model import Item, Level
    from bps.render.page import Page, SiteSettings

__all__ = ["Book", "Crumb", "Index"]


class Book:
    """Everything a page maker needs, in one language.

    Attributes:
        index: Groupings of the registry.
        registry: The linked records.
        layout: Frame and templates.
        lang: `zh` or `en`.
        settings: What the operator decided.
        day: The day of the build, by which pages judge; None when it is not known.
        as_of: The register on that day.
        values: Levels and quantities in words.
    """

    def __init__(
        self, index: Index, layout: Layout, *, only: Collection[str] | None = None
    ) -> None:
        """Connect registry and templates.

        Args:
            index: Groupings of the registry, shared by both languages.
            layout: Frame and templates of one language.
            only: Folders of the pages that are asked for, in the Chinese tree; all when left out.
        """
        self._only = only
        self._links: dict[tuple[str, str], Markup] = {}
        self._current: dict[str, tuple[Level, ...]] = {}
        self.index = index
        self.registry = index.registry
        self.layout = layout
        self.lang = layout.lang
        self.settings: SiteSettings = layout.settings
        built_on = self.settings.built_on
        self.day = date.fromisoformat(built_on) if built_on else None
        self.as_of = AsOf(index.registry, self.day or date.max)
        self.values = Values(index.registry, layout.texts, layout.word)
        self.say = layout.say
        self.t = layout.word
        self.url = layout.url
        self.tx = layout.texts.show
        self._names: dict[tuple[str, str], Markup] = {}
        layout.add_globals(
            link=self.link,
            address=self.address,
            name=self.name,
            concept_link=self.concept_link,
            concept_name=self.concept_name,
            quantity=self.values.quantity,
            level_text=self.values.level,
            level_grade=self.values.grade,
            per_text=self.values.per,
            standard_link=self.standard_link,
            changed_on=self.changed_on,
        )

    def page(self, template: str, **options: Any) -> Page:
        """Make a page; see `Layout.page`."""
        return self.layout.page(template, **options)

    def wants(self, path: str) -> bool:
        """Whether the page in this folder is asked for; a preview asks for one at a time."""
        return (self._only is None or path in self._only) and path not in self.settings.elsewhere

    def is_elsewhere(self, path: str) -> bool:
        """Whether the file of a page is that of a record whose page the site of its base has."""
        folder = path.removeprefix("en/").removesuffix("index.html")
        return folder in self.settings.elsewhere

    def wanted(self, kind: str) -> Iterator[Any]:
        """Records of a type whose pages are asked for."""
        for record in self.registry.iter(kind):
            if self.wants(record_path(kind, record.id)):
                yield record

    # Records -------------------------------------------------------------------------------------

    def address(self, kind: str, record_id: str) -> str:
        """Address of a record's page."""
        if kind == "recipient":
            return self.url(f"recipients/{record_id}/")
        if kind == "life-event":
            return self.url(f"life-events/{record_id}/")
        return self.url(record_path(kind, record_id))

    def name(self, kind: str, record_id: str) -> Markup:
        """Name of a record, a recipient group or a life event; its id when it does not exist."""
        key = (kind, record_id)
        if key not in self._names:
            text = self._name_text(kind, record_id)
            before = self.layout.texts.fell_back
            self._names[key] = self.tx(text) if text else escape(record_id)
            self.layout.texts.fell_back = before
        return self._names[key]

    def link(self, kind: str, record_id: str, text: str | Markup | None = None) -> Markup:
        """Link to a record by its name; the bare id when it does not exist."""
        known = self._links.get((kind, record_id)) if text is None else None
        if known is not None:
            return known
        if self._name_text(kind, record_id) is None:
            return escape(text or record_id)
        if kind in RECORD_TYPES and RECORD_TYPES[kind].url is None:
            return escape(text) if text is not None else self.name(kind, record_id)
        shown = text if text is not None else self.name(kind, record_id)
        made = Markup('<a href="{}">{}</a>').format(self.address(kind, record_id), shown)
        if text is None:
            self._links[kind, record_id] = made
        return made

    @property
    def analyses(self) -> Analyses:
        """What can be said about the register on the day of the build."""
        return self.index.analyses(self.settings.judged_on)

    def current_levels(self, item: Item) -> tuple[Level, ...]:
        """Levels of an item that apply on the day of the build."""
        found = self._current.get(item.id)
        if found is None:
            found = item.levels
            if self.day and found:
                found = tuple(e.level for e in levels_on(found, self.day))
            self._current[item.id] = found
        return found

    def links(self, kind: str, ids: Iterable[str]) -> Markup:
        """Links to several records, with the separator of the language."""
        return escape(self.t("list.comma")).join(self.link(kind, i) for i in ids)

    def standard_link(self, standard_id: str) -> Markup:
        """Link to a standard by code and title."""
        standard = self.registry.find("standard", standard_id)
        if standard is None:
            return escape(standard_id)
        link = self.link("standard", standard_id)
        if not standard.code:
            return link
        return Markup('<span class="code">{}</span> {}').format(standard.code, link)

    def concept_name(self, ref: str) -> Markup:
        """Name of an area, category or domain."""
        known = self.index.concepts.get(ref)
        return self.tx(known[1].name) if known else escape(ref)

    def concept_link(self, ref: str) -> Markup:
        """Link to the page of an area, category or domain."""
        if ref not in self.index.concepts:
            return escape(ref)
        return Markup('<a href="{}">{}</a>').format(
            self.url(f"areas/{ref}/"), self.concept_name(ref)
        )

    def source_path(self, kind: str, record_id: str) -> str:
        """Path of the file that holds a record; nothing where a base holds it."""
        entry = self.registry.entry(kind, record_id)
        return "" if entry.base else entry.raw.path

    def changed_on(self, path: str) -> str:
        """Day on which a file last changed, or nothing when it is not known."""
        return self.settings.changed_on.get(path, "")

    def type_name(self, kind: str, *, plural: bool = False) -> str:
        """Name of a record type."""
        record_type = RECORD_TYPES[kind]
        return (record_type.plural if plural else record_type.title).in_language(self.lang)

    def _name_text(self, kind: str, record_id: str) -> Text | None:
        if kind == "recipient":
            group = self.index.recipient_groups.get(record_id)
            return group.name if group else None
        if kind == "life-event":
            event = self.index.life_events.get(record_id)
            return event.name if event else None
        record = self.registry.find(kind, record_id)
        return record.name if record is not None else None


def record_path(kind: str, record_id: str) -> str:
    """Folder of a record's page in the Chinese tree, with a slash at its end."""
    url = RECORD_TYPES[kind].url
    single = RECORD_TYPES[kind].file is not None
    return f"{url}/" if single else f"{url}/{record_id}/"
