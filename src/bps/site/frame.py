"""What one build knows: the register, the layouts, and what was written."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Self

from markupsafe import Markup

from bps.analysis.analyses import Analyses
from bps.beside import Beside
from bps.pipeline import Register, open_register
from bps.render import LANGUAGES, Layout, render_pages
from bps.site import outputs
from bps.site.fulltext import index_site
from bps.site.guards import check_pages, in_words
from bps.site.prose_tables import stack_tables
from bps.site.settings import site_settings
from bps.site.sitemap import sitemap_files
from bps.write import write_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from mkdocs.structure.files import Files

    from bps.link import Registry
    from bps.render import SiteSettings
    from bps.render.page import Lang
    from bps.site.outputs import OutputMaker

_MOST_FAULTS = 40
# Path of a record page that was written, and the record file behind it.
Written = tuple[str, str | None]


@dataclass(slots=True)
class Frame:
    """The register of one build with the frame its pages stand in.

    Attributes:
        register: The records and their findings.
        settings: What the operator decided.
        layouts: The frame by language.
        analyses: What can be said about the register on the day of the build.
        refusal: Why no site can be built, or "".
        prose_pages: Hand-written pages laid out so far, by path.
        written: How many pages the finished site has.
    """

    register: Register
    settings: SiteSettings
    layouts: Mapping[str, Layout]
    analyses: Analyses
    refusal: str = ""
    prose_pages: dict[str, str] = field(default_factory=dict)
    written: int = 0
    _pages: list[Beside[list[Written]]] = field(default_factory=list)

    @classmethod
    def read(cls, root: Path, *, built_on: str = "", previous: Frame | None = None) -> Self:
        """Read and check a register.

        Args:
            root: Root of the register.
            built_on: Day of the build, or "" for that of the revision.
            previous: The frame of the last build; its history is taken over while serving.

        Returns:
            The frame of this build.
        """
        register = open_register(root)
        if previous is None:
            settings = site_settings(
                root, register.config.site, bases=register.bases, built_on=built_on
            )
        else:
            settings = previous.settings
        layouts: dict[str, Layout] = {lang: Layout(settings, lang) for lang in LANGUAGES}
        analyses = Analyses(register.registry, today=settings.judged_on)
        return cls(register, settings, layouts, analyses, refusal=_refusal(register))

    def prose(self, *, body: Markup, destination: str, source: str, title: str) -> str:
        """Lay out a hand-written page.

        Args:
            body: Its HTML.
            destination: Where it goes below the site, such as `en/about/index.html`.
            source: Its Markdown file below docs/.
            title: Its title.

        Returns:
            The whole page.
        """
        lang = "en" if destination.startswith("en/") else "zh"
        path = destination.removeprefix("en/").removesuffix("index.html")
        layout = self.layouts[lang]
        links = str(body).replace('href="bps:', f'href="{layout.url()}')
        # Markdown aligns columns by inline style, which the policy of the pages forbids.
        for side, name in (("right", "num"), ("center", "middle"), ("left", "start")):
            links = links.replace(f'style="text-align: {side};"', f'class="{name}"')
        # A block that scrolls sideways must be within reach of the keyboard.
        links = links.replace("<pre>", '<pre tabindex="0">')
        page = layout.prose(
            Markup(stack_tables(links, caption=layout.word("frame.table"))),  # noqa: S704 - hand-written, made by MkDocs
            path=path,
            title=title,
            source=f"docs/{source}",
            kind="prose",
            is_indexed=True,
        )
        self.prose_pages[page.path] = page.text
        return page.text

    def begin(self, folder: Path) -> None:
        """Begin to write the record pages, one language beside the other.

        Args:
            folder: Root of the site.
        """
        # Worked out before the work is forked, so that pages and exports share it.
        self.analyses.worked_out()
        self._pages = [Beside(partial(self._write_pages, folder, lang)) for lang in LANGUAGES]

    def finish(self, folder: Path, *, index: bool = False) -> tuple[str, ...]:
        """Wait for the record pages, write everything else, and check the whole site.

        Args:
            folder: Root of the site, as when the pages were begun.
            index: Whether to index the full text of the site too.

        Returns:
            What is wrong, in words; nothing is wrong when it is empty.
        """
        pages = [page for made in self._pages for page in made.result()]
        indexing = Beside(partial(index_site, folder)) if index else None
        others = [Beside(partial(self._write_output, folder, make)) for make in outputs.OUTPUTS]
        sources = dict.fromkeys(self.prose_pages) | dict(pages)
        write_files(folder, sitemap_files(self.settings, sources))
        for made in others:
            made.result()
        files = _files(folder)
        faults = [f"{path}: two pages for one address" for path in _twice(pages, self.prose_pages)]
        faults += [f"{path}: rendered and not written" for path, _ in pages if path not in files]
        texts = {
            path: (folder / path).read_text("utf-8") for path in files if path.endswith(".html")
        }
        self.written = len(texts)
        faults += in_words(check_pages(texts, files))
        if indexing is not None:
            faults += filter(None, [indexing.result()])
        return _shortened(faults)

    def stop(self) -> None:
        """End what was begun: there will be no site."""
        for made in self._pages:
            made.stop()

    def _write_pages(self, folder: Path, lang: Lang) -> list[Written]:
        """Write the record pages of one language."""
        pages = render_pages(
            self.register.registry,
            site=self.settings,
            languages=[lang],
            analyses=self.analyses,
        )
        written = []
        for page in pages:
            write_files(folder, [(page.path, page.text.encode())])
            written.append((page.path, page.source))
        return written

    def _write_output(self, folder: Path, make: OutputMaker) -> None:
        write_files(folder, make(self._for_output(make), self.settings, self.analyses))

    def _for_output(self, make: OutputMaker) -> Registry:
        """What an output is made of: records of bases are not this register's to give out."""
        registry = self.register.registry
        if make is outputs.open_data and self.register.config.export_bases:
            return registry.giving_bases()
        # The search box leads to pages of this site.
        if make is outputs.search_index and self.settings.elsewhere:
            return registry.own()
        return registry


def rename_languages(files: Files) -> Files:
    """Map docs/zh to the root of the site and docs/en to en/; drop the theme's own files."""
    from mkdocs.structure.files import Files as FileList

    kept = []
    for file in files:
        if not file.src_uri.startswith(("zh/", "en/")):
            continue
        if file.src_uri.startswith("zh/"):
            file.dest_uri = file.dest_uri.removeprefix("zh/")
            file.__dict__.pop("url", None)
        kept.append(file)
    return FileList(kept)


def _files(folder: Path) -> set[str]:
    """Every file below a folder, relative to it, with forward slashes."""
    start = len(str(folder)) + 1
    return {
        f"{above}/{name}"[start:].replace(os.sep, "/")
        for above, _, names in os.walk(folder)
        for name in names
    }


def _twice(pages: Iterable[Written], prose: Iterable[str]) -> list[str]:
    counts = Counter([*(path for path, _ in pages), *prose])
    return [path for path, count in counts.items() if count > 1]


def _refusal(register: Register) -> str:
    errors = [f for f in register.report.findings if f.severity == "error"]
    lines = [
        f"{f.path}:{f.line}:{f.column}: error[{f.code}] {f.message.en} {f.message.zh}"
        for f in errors
    ]
    return "\n".join(_shortened(lines))


def _shortened(lines: list[str]) -> tuple[str, ...]:
    if len(lines) <= _MOST_FAULTS:
        return tuple(lines)
    return (*lines[:_MOST_FAULTS], f"… and {len(lines) - _MOST_FAULTS} more")
