"""Every setting of `bps.toml`: one table for reading, the schema, completion and the reference page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from bps.findings.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
DAY = "[12][0-9]{3}-[0-9]{2}-[0-9]{2}"
WEB = "https?://.+"
SEVERITIES: Final = ("error", "warning", "notice")
OFF = "off"
LINK, ALONG = "link", "along"


@dataclass(frozen=True, slots=True)
class Key:
    """One setting.

    Attributes:
        name: The key.
        text: What it does.
        example: A value it may have.
        form: What such a value looks like, in words, for the one who wrote another.
        kind: "text", "texts" (by language), "flag" or "day".
        pattern: What the whole text must look like.
        choices: The values there are; any when empty.
        needed: Whether a row must have it.
    """

    name: str
    text: Words
    example: Any
    form: Words
    kind: str = "text"
    pattern: str = ""
    choices: tuple[str, ...] = ()
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A table of settings, or one of several rows with the same keys.

    Attributes:
        name: Name of the table.
        text: What it is for.
        keys: Its keys; none when codes of findings are the keys.
        rows: Whether there may be several, written as [[name]].
        alternatives: Keys of which a row has exactly one.
    """

    name: str
    text: Words
    keys: tuple[Key, ...]
    rows: bool = False
    alternatives: tuple[str, ...] = ()

    @property
    def header(self) -> str:
        """How the table is opened in the file."""
        return f"[[{self.name}]]" if self.rows else f"[{self.name}]"

    def key(self, name: str) -> Key | None:
        """The key of this name."""
        return next((each for each in self.keys if each.name == name), None)


_TEXT = Words("文字", "text")
_TEXTS = Words("{zh = …, en = …}", "{zh = …, en = …}")
_FLAG = Words("true 或 false", "true or false")
_DAY = Words("年-月-日", "year-month-day")
_WEB = Words("以 http:// 或 https:// 开头的网址", "an address that begins with http:// or https://")
_ID = Words(
    "小写字母、数字和连字符，如 shenzhen-futian",
    "lower-case letters, digits and hyphens, such as shenzhen-futian",
)
_CODE = Words("一个问题代码", "the code of a finding")


def _text(name: str, zh: str, en: str, example: str, **options: Any) -> Key:
    return Key(name, Words(zh, en), example, **{"form": _TEXT, **options})


def _row(name: str, zh: str, en: str, example: str, **options: Any) -> Key:
    return _text(name, zh, en, example, needed=True, **options)


SETTINGS: Final = (
    Part(
        "register",
        Words("这个登记库自己", "The register itself"),
        (
            _text(
                "id",
                "编号：生成的结果、依托它的登记库都用它来称呼",
                "its id: results are marked with it, and registers that stand on it name it so",
                "shenzhen-futian",
                pattern=ID,
                form=_ID,
            ),
            _text(
                "version",
                "数据的版本；别的登记库依托它时，用来说明用的是哪一版",
                "version of the data, for registers that stand on it",
                "1.0.0",
            ),
            _text(
                "schema",
                "记录所用模式的版本；不写时就是本程序的版本",
                "version of the schema of its records; that of this program when left out",
                "v1",
                pattern="v[0-9]+",
                form=Words("v 加数字，如 v1", "v and a number, such as v1"),
            ),
        ),
    ),
    Part(
        "base",
        Words(
            "依托的登记库：其中的记录只读，可以引用，也计入覆盖和底线",
            "A register this one stands on: its records are read-only, may be referred to, and count "
            "in coverage and floor",
        ),
        (
            _text(
                "path",
                "它所在的文件夹，从本文件夹算起",
                "its folder, as seen from this one",
                "../cn",
            ),
            _text(
                "package",
                "装有它的数据包；path 和 package 只写一个",
                "the installed data package that holds it; either path or package",
                "bps-data-cn",
            ),
            _text(
                "address",
                "它的网站的网址；不写时用它自己写的网址",
                "address of its site; its own when left out",
                "https://example.org/cn/",
                pattern=WEB,
                form=_WEB,
            ),
            _text(
                "pages",
                "link：它的记录链接到它的网站；along：在本网站一起生成。不写时，有网址就链接，没有就一起生成",
                "link: its records link to its site; along: they are rendered here too. When left out: "
                "link where there is an address, else along",
                LINK,
                choices=(LINK, ALONG),
                form=Words("link 或 along", "link or along"),
            ),
        ),
        rows=True,
        alternatives=("path", "package"),
    ),
    Part(
        "site",
        Words("网站怎样介绍自己；不写的项，页面上就没有", "What the site says about itself"),
        (
            Key(
                "name",
                Words("网站的名称", "name of the site"),
                {"zh": "示例区公共服务", "en": "Public services of Example"},
                _TEXTS,
                kind="texts",
            ),
            _text(
                "address",
                "网站的完整网址；二维码、规范网址、sitemap.xml、订阅源和日历用它",
                "absolute address of the site; QR codes, canonical links, sitemap.xml, feeds and "
                "calendars need it",
                "https://example.org/",
            ),
            Key(
                "operator",
                Words("主办单位，写在页脚", "who runs the site, in the footer"),
                {"zh": "示例区民政局", "en": "Civil Affairs Bureau of Example"},
                _TEXTS,
                kind="texts",
            ),
            _text(
                "contact",
                "联系方式：mailto:…、tel:… 或网址",
                "how to reach the operator: mailto:…, tel:… or an address",
                "mailto:fuwu@example.org",
            ),
            _text(
                "hotline",
                '没有专门电话的事项，请居民打哪个热线；写空（""）就不写，不写这一项时是 12345',
                "the number to call where an item has none; none when empty, 12345 when left out",
                "12345",
            ),
            _text(
                "identifier",
                "备案号或网站标识码，写在页脚",
                "filing number or site code, in the footer",
                "000000",
            ),
            _text(
                "edit_address",
                "“修改这一页”的链接，{path} 换成文件路径",
                "link of “edit this page”; {path} becomes the file",
                "https://example.org/edit/{path}",
            ),
            _text(
                "feedback_address",
                "“报告错误”的链接，可用 {id}、{title}、{url}",
                "link of “report a fault”, with {id}, {title} and {url}",
                "https://example.org/fault?page={url}",
            ),
            _text(
                "proposal_address",
                "提议一条记录时打开的网址",
                "opened when a record is proposed",
                "https://example.org/propose",
            ),
            _text(
                "security_contact",
                "写进 .well-known/security.txt 的联系方式，以 mailto: 或 https: 开头",
                "contact in .well-known/security.txt, beginning with mailto: or https:",
                "mailto:security@example.org",
            ),
        ),
    ),
    Part(
        "export",
        Words("开放数据", "The open data"),
        (
            Key(
                "bases",
                Words(
                    "所依托登记库的记录是否也写进开放数据；不写时不写进",
                    "whether the records of bases are in it too; they are not when left out",
                ),
                example=True,
                form=_FLAG,
                kind="flag",
            ),
        ),
    ),
    Part(
        "check",
        Words("检查", "The check"),
        (
            _text(
                "fail_on",
                "从哪一级起算不通过；命令行的 --fail-on 优先",
                "the severity from which on the check fails; --fail-on comes first",
                "warning",
                choices=SEVERITIES,
                form=Words("error、warning 或 notice", "error, warning or notice"),
            ),
        ),
    ),
    Part(
        "severity",
        Words(
            "改一条规则的级别，或用 off 关掉它：代码 = 级别",
            "Another severity for a rule, or off: code = severity",
        ),
        (),
    ),
    Part(
        "suppress",
        Words("豁免一条记录的一个问题", "A known exception: one fault of one record"),
        (
            _row("code", "问题的代码", "code of the finding", "translation-missing", form=_CODE),
            _row(
                "record",
                "记录的编号，或文件路径",
                "id of the record, or its file",
                "cn/vaccination",
            ),
            _row("reason", "理由", "why", "The English name is being agreed"),
            _row("date", "决定的日期", "day of the decision", "2026-11-22", kind="day", form=_DAY),
            _text("until", "最后一天", "last day it holds", "2027-05-31", kind="day", form=_DAY),
        ),
        rows=True,
    ),
    Part(
        "links",
        Words("链接检查暂不追究的网址", "An address that the link watch excuses"),
        (
            _row(
                "url",
                "网址，以它开头的都算",
                "the address, and all that begin with it",
                "https://www.example.org/",
                pattern=WEB,
                form=_WEB,
            ),
            _row("reason", "理由", "why", "Shows its pages to browsers only"),
            _row("until", "最后一天", "last day it holds", "2027-05-31", kind="day", form=_DAY),
        ),
        rows=True,
    ),
)


def part_named(name: str) -> Part | None:
    """The table of this name."""
    return next((part for part in SETTINGS if part.name == name), None)


def iter_keys() -> Iterator[tuple[Part, Key]]:
    """Every key with the table it stands in."""
    for part in SETTINGS:
        for key in part.keys:
            yield part, key
