"""What one build knows: the register, the layouts, and what was written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from markupsafe import Markup

from bps.pipeline import Register, open_register
from bps.render import LANGUAGES, Layout, Page, render_pages
from bps.site.guards import check_pages, in_words
from bps.site.outputs import OUTPUTS
from bps.site.prose_tables import stack_tables
from bps.site.settings import site_settings
from bps.site.sitemap import sitemap_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from mkdocs.structure.files import Files

    from bps.render import SiteSettings

_MOST_FAULTS = 40


@dataclass(slots=True)
class Frame:
    """The register of one build with the frame its pages stand in.

    Attributes:
        register: The records and their findings.
        settings: What the operator decided.
        layouts: The frame by language.
        refusal: Why no site can be built, or "".
        prose_pages: Hand-written pages laid out so far, by path.
        written: How many record pages were written.
    """

    register: Register
    settings: SiteSettings
    layouts: Mapping[str, Layout]
    refusal: str = ""
    prose_pages: dict[str, str] = field(default_factory=dict)
    written: int = 0

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
            settings = site_settings(root, register.config.site, built_on=built_on)
        else:
            settings = previous.settings
        layouts: dict[str, Layout] = {lang: Layout(settings, lang) for lang in LANGUAGES}
        return cls(register, settings, layouts, refusal=_refusal(register))

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
            index={"type": layout.word("foot.about")},
        )
        self.prose_pages[page.path] = page.text
        return page.text

    def pages(self) -> tuple[Page, ...]:
        """Every record page, in both languages."""
        return tuple(render_pages(self.register.registry, site=self.settings))

    def write(self, folder: Path) -> tuple[str, ...]:
        """Write record pages and other files, and check the whole site.

        Args:
            folder: Root of the site.

        Returns:
            What is wrong, in words; nothing is wrong when it is empty.
        """
        pages = self.pages()
        texts = {page.path: page.text for page in pages}
        faults = [f"{path}: two pages for one address" for path in _twice(pages, self.prose_pages)]
        write_files(folder, ((path, text.encode()) for path, text in texts.items()))
        self.written = len(texts)
        others: list[str] = []
        for make in OUTPUTS:
            for name, content in make(self.register.registry, self.settings):
                write_files(folder, [(name, content)])
                others.append(name)
        sources = dict.fromkeys(self.prose_pages) | {page.path: page.source for page in pages}
        for name, content in sitemap_files(self.settings, sources):
            write_files(folder, [(name, content)])
            others.append(name)
        missing = [path for path in texts if not (folder / path).is_file()]
        faults += [f"{path}: rendered and not written" for path in missing]
        everything = {**self.prose_pages, **texts}
        faults += in_words(check_pages(everything, [*others, *_static(folder)]))
        return _shortened(faults)


def write_files(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files below a folder."""
    made: set[Path] = set()
    for name, content in files:
        target = folder / name
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        target.write_bytes(content)


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


def _static(folder: Path) -> list[str]:
    return [
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".html"
    ]


def _twice(pages: tuple[Page, ...], prose: Mapping[str, str]) -> list[str]:
    seen: set[str] = set(prose)
    twice = []
    for page in pages:
        if page.path in seen:
            twice.append(page.path)
        seen.add(page.path)
    return twice


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
