"""What is noted while a browser walks through the site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page


def watch(page: Page, trouble: list[str]) -> None:
    """Note every error on the console and every request that leaves the machine.

    Args:
        page: The page to listen to.
        trouble: Where it is noted.
    """

    def heard(message: Any) -> None:
        if message.type == "error":
            trouble.append(f"{page.url}: {message.text}")

    def asked(request: Any) -> None:
        if not request.url.startswith(("http://127.0.0.1", "data:", "blob:")):
            trouble.append(f"{page.url}: asks {request.url}")

    page.on("console", heard)
    page.on("pageerror", lambda error: trouble.append(f"{page.url}: {error}"))
    page.on("request", asked)
