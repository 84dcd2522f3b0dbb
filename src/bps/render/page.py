"""What rendering gives: pages as values, and the settings that a whole site shares."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Lang = Literal["zh", "en"]
LANGUAGES: tuple[Lang, Lang] = ("zh", "en")
# What `lang` attributes say. Han characters need the region for the right glyphs and voice.
LANG_TAG: Mapping[str, str] = MappingProxyType({"zh": "zh-CN", "en": "en"})


# The line that every local government of China answers; another country sets its own, or none.
HOTLINE = "12345"


@dataclass(frozen=True, slots=True)
class Page:
    """One file of the site.

    Attributes:
        path: Where it goes below the site's root, such as `en/items/cn/vaccination/index.html`.
        text: The whole page.
        source: Path of the record file behind it, relative to the register's root, or None.
        in_nav: Whether a table of contents should list it (hubs are, records are not).
        title: Title for lists and checks, without the name of the site.
    """

    path: str
    text: str
    source: str | None
    in_nav: bool
    title: str


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What the operator of a site decides. Whatever is empty leaves no trace on the pages.

    Attributes:
        name: Name of the site, by language; the usual one where it is left out.
        address: Absolute address of the site's root with a slash at its end; QR codes and
            canonical links need it.
        edit_address: Pattern with `{path}`: where a reader may edit the record's file.
        feedback_address: Pattern with `{id}`, `{title}` and `{url}`: where a reader reports a
            fault.
        proposal_address: Where a proposed record may be opened, for the propose page.
        operator: Who runs the site, by language.
        contact: How to reach the operator (a mail or web address).
        hotline: The number to call where an item has none; "" where the country has none.
        identifier: Filing number or site code, printed in the footer.
        security_contact: Address for `security.txt`, beginning with mailto: or https:.
        built_on: Day of the build, YYYY-MM-DD: an argument, never the clock, so that two builds
            of one revision are equal.
        changed_on: Day of the last change of each file, from version control.
        elsewhere: Pages of records of a base that are not rendered here, each with its address on
            the site of the base.
        along: Pages of records of a base that are rendered here, each with the name of the base.
        prose: Folders of the hand-written pages that stand beside the record pages, such as
            `about/`; menus leave out what is not there.
    """

    name: Mapping[str, str] = field(default_factory=dict)
    address: str = ""
    edit_address: str = ""
    feedback_address: str = ""
    proposal_address: str = ""
    operator: Mapping[str, str] = field(default_factory=dict)
    contact: str = ""
    hotline: str = HOTLINE
    identifier: str = ""
    security_contact: str = ""
    built_on: str = ""
    changed_on: Mapping[str, str] = field(default_factory=dict)
    elsewhere: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    along: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    prose: frozenset[str] = frozenset()

    @property
    def judged_on(self) -> date:
        """The day by which analyses judge: that of the build.

        Without one it is a day before every standard: nothing is due then, and files stay equal.
        """
        return date.fromisoformat(self.built_on) if self.built_on else date(1900, 1, 1)
