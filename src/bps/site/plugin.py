"""MkDocs plugin `bps`: hand-written pages in the frame of the record pages, and both in one site."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin

from bps.site.frame import Frame, rename_languages

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page as MarkdownPage

_log = logging.getLogger("mkdocs.plugins.bps")
_WATCHED = ("catalogue", "standards", "bps.toml")


class BpsConfig(Config):  # type: ignore[no-untyped-call]
    """Options of the plugin."""

    root = config_options.Type(str, default=".")
    built_on = config_options.Type(str, default="")
    records = config_options.Type(bool, default=True)
    index = config_options.Type(bool, default=False)


class BpsPlugin(BasePlugin[BpsConfig]):  # type: ignore[no-untyped-call]
    """Pours records and hand-written pages into one frame.

    Attributes:
        frame: What the last build knows.
        refusal: Why it did not finish, or "".
    """

    def __init__(self) -> None:
        """Start without a register; one is read at every build."""
        self.frame: Frame | None = None
        self.refusal = ""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put our bare page template first, and drop what the theme would add to the site."""
        config.theme.dirs.insert(0, str(Path(__file__).parent / "theme"))
        config.theme.static_templates.clear()
        return config

    def on_serve(self, server: LiveReloadServer, **_: object) -> LiveReloadServer:
        """Build anew when a record changes."""
        for name in _WATCHED:
            if (self._root() / name).exists():
                server.watch(str(self._root() / name))
        return server

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read and check the register, begin its pages; map docs/zh to the root, docs/en to en/."""
        self.frame = Frame.read(self._root(), built_on=self.config.built_on, previous=self.frame)
        if self.config.records:
            self._refuse(self.frame.refusal)
            self.frame.begin(Path(config.site_dir))
        return rename_languages(files)

    def on_post_page(self, output: str, *, page: MarkdownPage, **_: object) -> str:
        """Put a hand-written page into the frame."""
        del output
        frame = self._need_frame()
        return frame.prose(
            body=Markup(page.content or ""),  # noqa: S704 - hand-written, made by MkDocs
            destination=page.file.dest_uri,
            source=page.file.src_uri,
            title=str(page.meta.get("title") or page.title or ""),
        )

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write everything else, then hold the site against its guards."""
        if not self.config.records:
            return
        frame = self._need_frame()
        faults = frame.finish(Path(config.site_dir), index=self.config.index)
        self._refuse("\n".join(faults))
        _log.info("Wrote %d pages", frame.written)

    def on_build_error(self, error: Exception) -> None:
        """End what was begun."""
        del error
        if self.frame is not None:
            self.frame.stop()

    def _refuse(self, reason: str) -> None:
        """Stop the build; MkDocs prints the reason and `bps build` reads it here."""
        self.refusal = reason
        if reason:
            raise PluginError(reason)

    def _root(self) -> Path:
        return Path(self.config.root).resolve()

    def _need_frame(self) -> Frame:
        if self.frame is None:
            message = "the register was not read"
            raise PluginError(message)
        return self.frame
