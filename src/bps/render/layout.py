"""The frame that every page of the site stands in, and the templates' environment.

One `Layout` per language. It turns a template and its context into a whole page with header,
search box, breadcrumb and footer. Links inside templates are written as if from the root of the
site (`url("items/")` gives `~/items/`) and become relative at the end, so the site works below any
address and from any folder.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from bps.render import charts, qr
from bps.render.cells import cell, head
from bps.render.environment import Templates
from bps.render.glossary import Explainer
from bps.render.page import LANG_TAG, Page, SiteSettings
from bps.render.texts import Texts
from bps.render.words import words_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

# Stands for the way up to the root of the site until the depth of the page is known. Record text
# cannot contain it: autoescaping turns every quotation mark into an entity.
_ROOT = '="~/'
_LINK = re.compile(r'="~/(?P<en>en/)?(?P<path>[^"#?]*)')
_MISSING = "<!--untranslated-->"
# Stands for the one value that differs between pages in a part of the frame that is kept.
_HOLE = "~hole~"
NOT_FOUND = "404.html"
# Pages that menus name and that people write by hand.
HAND_WRITTEN = frozenset({"about/", "accessibility/", "data/", "drafters/", "privacy/"})


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of a breadcrumb: a name and, unless it is the page itself, where it leads."""

    name: str | Markup
    href: str = ""


class Layout:
    """Frame and templates in one language.

    Attributes:
        lang: `zh` or `en`.
        settings: What the operator decided.
        texts: Dates, numbers and two-language texts for this language.
        explainer: Explains official words where a page first uses them.
    """

    def __init__(self, settings: SiteSettings, lang: str) -> None:
        """Prepare the templates of one language.

        Args:
            settings: What the operator decided.
            lang: `zh` or `en`.
        """
        self.lang = lang
        self.settings = settings
        self.texts = Texts(lang)
        self.explainer = Explainer(lang)
        own_name = settings.name.get(lang) or settings.name.get("zh") or settings.name.get("en")
        self._words = {**words_in(lang), **({"site.name": own_name} if own_name else {})}
        self._env = Templates(
            {
                "t": self.word,
                "say": self.say,
                "url": self.url,
                "asset": asset,
                "offers": self.offers,
                "tx": self.texts.show,
                "date": self.texts.date,
                "number": self.texts.number,
                "frame_header": self._header,
                "frame_footer": self._footer,
            }
        )
        self._env.filters |= {"zip": _zipped, "cell": cell, "head": head}
        self._env.globals.update(
            lang=lang,
            lang_tag=LANG_TAG[lang],
            other_lang="en" if lang == "zh" else "zh",
            other_lang_tag=LANG_TAG["en" if lang == "zh" else "zh"],
            site=settings,
            explainer=self.explainer,
            explain=self.explainer.explain,
            charts=charts,
            qr=qr,
        )
        self._frames: dict[tuple[object, ...], str] = {}

    def add_globals(self, **helpers: Any) -> None:
        """Give every template further helpers, such as links to records; before the first page."""
        self._env.globals.update(helpers)

    def word(self, key: str, **values: object) -> str:
        """Word of the interface by its key in `words.yml`, with `{placeholders}` filled in."""
        text = self._words[key]
        return text.format(**values) if values else text

    def say(self, zh: str, en: str) -> str:
        """Pick the wording in this language; for words that only one page needs."""
        return zh if self.lang == "zh" else en

    def url(self, path: str = "") -> str:
        """Address of a page of this language, given its path in the Chinese tree."""
        return f"~/en/{path}" if self.lang == "en" else f"~/{path}"

    def offers(self, path: str) -> bool:
        """Whether the site has this page; only hand-written ones may be missing."""
        return path not in HAND_WRITTEN or path in self.settings.prose

    def template(self, name: str) -> Callable[..., Markup]:
        """Return a function that renders one template to markup, without the frame."""
        found = self._env.get_template(name)
        return lambda **context: Markup(found.render(**context))  # noqa: S704 - the template escapes

    def page(  # noqa: PLR0913 - each option is a fact about the page
        self,
        template: str,
        *,
        path: str,
        title: str,
        context: Mapping[str, Any] | None = None,
        crumbs: Iterable[Crumb] = (),
        description: str = "",
        source: str | None = None,
        in_nav: bool = False,
        scripts: Iterable[str] = (),
        styles: Iterable[str] = (),
        kind: str = "page",
        section: str = "",
        search: str = "header",
        is_indexed: bool = False,
        explained: bool = False,
    ) -> Page:
        """Render a template that extends `base.html` to a whole page.

        Args:
            template: Name below `templates/`, such as `pages/item.html`.
            path: Folder of the page in the Chinese tree, with a slash at its end, or "" for the
                home page. `404.html` is the one path that names a file.
            title: Title of the page, without the name of the site.
            context: What the template needs.
            crumbs: The steps above this page; the page itself is added.
            description: One sentence for result lists and previews.
            source: File of the record behind the page.
            in_nav: Whether it is a hub.
            scripts: Further script files below `assets/`.
            styles: Further style sheets below `assets/`.
            kind: Class on the body, such as `item`.
            section: Which entry of the main menu is current.
            search: Where the search box stands: `header`, or `page` when the template places it.
            is_indexed: Whether the full-text search of the site knows it.
            explained: Whether official words are explained at their first use.

        Returns:
            The page, with links relative to its own place.
        """
        self.texts.fell_back = False
        self.explainer.begin(on=explained)
        file = path if path.endswith(".html") else f"{path}index.html"
        full = f"en/{file}" if self.lang == "en" else file
        values = {
            "path": path,
            "title": title,
            "crumbs": tuple(crumbs),
            "description": description,
            "edit_href": self._edit(source),
            "scripts": tuple(scripts),
            "styles": tuple(styles),
            "kind": kind,
            "menu": section,
            "search": search,
            "is_indexed": is_indexed,
            "belongs": self.settings.along.get(path, {}),
        }
        text = self._env.get_template(template).render(values | dict(context or {}))
        note = self.template("frame/untranslated.html")() if self.texts.fell_back else ""
        root = "/" if path.endswith(".html") else "../" * full.count("/") or "./"
        text = self._outside(text.replace(_MISSING, str(note))).replace(_ROOT, f'="{root}')
        return Page(path=full, text=text, source=source, in_nav=in_nav, title=title)

    def _header(self, menu: str, search: str, path: str) -> Markup:
        """Header of a page; rendered once for all pages that differ only in their path."""
        has_twin = path != NOT_FOUND
        return self._frame(
            ("frame/header.html", menu, search, has_twin),
            "path" if has_twin else "",
            path,
            {"menu": menu, "search": search, "path": path},
        )

    def _footer(self, edit_href: str) -> Markup:
        """Footer of a page; rendered once for all pages that differ only in their edit link."""
        return self._frame(
            ("frame/footer.html", bool(edit_href)),
            "edit_href" if edit_href else "",
            edit_href,
            {"edit_href": edit_href},
        )

    def _frame(
        self, key: tuple[Any, ...], hole: str, value: str, context: Mapping[str, Any]
    ) -> Markup:
        """A part of the frame, kept with a hole where one value differs from page to page."""
        if key not in self._frames:
            filled = {**context, hole: _HOLE} if hole else context
            self._frames[key] = self._env.get_template(str(key[0])).render(filled)
        # Both sides are escaped: the part by its template, the value here.
        return Markup(self._frames[key].replace(_HOLE, str(escape(value))))  # noqa: S704

    def prose(self, body: Markup, **options: Any) -> Page:
        """Put ready, trusted HTML (hand-written pages) into the frame.

        Args:
            body: HTML of the page without its frame.
            **options: As for `page`.

        Returns:
            The page.
        """
        context = {"body": body, **options.pop("context", {})}
        return self.page("prose.html", context=context, **options)

    def _outside(self, text: str) -> str:
        """Lead links to records of a base to its own site, where that has their pages."""
        elsewhere = self.settings.elsewhere
        if not elsewhere:
            return text

        def led(found: re.Match[str]) -> str:
            lang = "en" if found["en"] else "zh"
            known = elsewhere.get(found["path"])
            return f'="{escape(known[lang])}' if known else found[0]

        return _LINK.sub(led, text)

    def _edit(self, source: str | None) -> str:
        pattern = self.settings.edit_address
        return pattern.replace("{path}", source) if pattern and source else ""


def _zipped(left: Iterable[Any], right: Iterable[Any]) -> list[tuple[Any, Any]]:
    return list(zip(left, right, strict=True))


def asset(name: str) -> str:
    """Address of a file of the site that is the same in every language."""
    return f"~/assets/{name}"


def plain(text: str | Markup) -> str:
    """Text of a name without its markup, for titles."""
    return text.striptags() if isinstance(text, Markup) else str(escape(text).unescape())
