"""What the keepers of a register decided, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bps.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Suppression:
    """A known exception: this code is not reported for this record.

    Attributes:
        code: Code of the finding.
        record: Id of the record, or the path of its file.
        reason: Why, for the reviewer who meets it later.
        date: Day of the decision, YYYY-MM-DD.
        until: Last day it holds, YYYY-MM-DD; empty when it holds as long as the fault is there.
        line: Line in `bps.toml`.
    """

    code: str
    record: str
    reason: str
    date: str
    until: str = ""
    line: int = 1

    def holds(self, today: str | None) -> bool:
        """Whether it still holds; without a day to judge by it does."""
        return not self.until or today is None or today <= self.until


@dataclass(frozen=True, slots=True)
class LinkException:
    """An address that the link watch does not hold against anybody for a while.

    Attributes:
        url: The address, and all that begin with it.
        reason: Why.
        until: Last day it holds, YYYY-MM-DD.
    """

    url: str
    reason: str
    until: str

    def covers(self, url: str) -> bool:
        """Whether an address is meant."""
        return url.startswith(self.url)


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """What the site says about itself. Whatever is left out leaves no trace on the pages.

    Attributes:
        name: Name of the site, by language.
        address: Absolute address of the site's root.
        edit_address: Pattern with `{path}`: where a reader may edit a record's file.
        feedback_address: Pattern with `{id}`, `{title}` and `{url}`: where a fault is reported.
        proposal_address: Where a proposed record may be opened.
        operator: Who runs the site, by language.
        contact: How to reach the operator.
        hotline: The number to call where an item has none; "" for none, None for the usual one.
        identifier: Filing number or site code for the footer.
        security_contact: Contact for security.txt.
    """

    name: Mapping[str, str] = field(default_factory=dict)
    address: str = ""
    edit_address: str = ""
    feedback_address: str = ""
    proposal_address: str = ""
    operator: Mapping[str, str] = field(default_factory=dict)
    contact: str = ""
    hotline: str | None = None
    identifier: str = ""
    security_contact: str = ""


@dataclass(frozen=True, slots=True)
class BaseConfig:
    """A register that this one stands on.

    Attributes:
        path: Its folder, as seen from this register's; "" when it is a package.
        package: The installed data package that holds it.
        address: Address of its site; its own when empty.
        pages: "link", "along", or "" for whichever is possible.
        line: Line in `bps.toml`.
    """

    path: str = ""
    package: str = ""
    address: str = ""
    pages: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True)
class Config:
    """The configuration of a register.

    Attributes:
        fail_on: Lowest severity that makes `bps check` fail.
        severities: Severity of a rule's code where it is not the usual one; None switches it off.
        suppressions: Known exceptions.
        links: Addresses that the link watch excuses.
        site: What the site says about itself.
        id: Id of the register itself, which its results are marked with; "" for none.
        version: Version of its data; "" for none.
        schema: Version of the schema of its records; "" for that of this program.
        bases: Registers that this one stands on.
        export_bases: Whether the open data hold the records of bases too.
    """

    fail_on: Severity = Severity.ERROR
    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    suppressions: tuple[Suppression, ...] = ()
    links: tuple[LinkException, ...] = ()
    site: SiteConfig = field(default_factory=SiteConfig)
    id: str = ""
    version: str = ""
    schema: str = ""
    bases: tuple[BaseConfig, ...] = ()
    export_bases: bool = False
