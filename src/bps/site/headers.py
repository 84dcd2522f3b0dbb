"""Header files for the usual servers: the same policy as in the pages, and what a meta cannot say."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_OTHERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Frame-Options", "DENY"),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)


def policy() -> str:
    """Content-Security-Policy for a header: the pages' own, and that nobody may frame them."""
    found = resources.files("bps.render").joinpath("templates/frame/policy.txt")
    return found.read_text("utf-8").strip() + "; frame-ancestors 'none'"


def header_files() -> Iterator[tuple[str, str]]:
    """Yield name and text of the header files for static hosts, nginx, Apache and Caddy."""
    headers = (("Content-Security-Policy", policy()), *_OTHERS)
    yield "_headers", "/*\n" + "".join(f"  {name}: {value}\n" for name, value in headers)
    yield (
        "server/nginx.conf",
        (
            "# include this in the server block; gzip makes the pages three times lighter\n"
            "gzip on;\ngzip_types text/css application/javascript application/json image/svg+xml;\n"
            "error_page 404 /404.html;\n"
            + "".join(f'add_header {name} "{value}" always;\n' for name, value in headers)
        ),
    )
    yield (
        ".htaccess",
        (
            "ErrorDocument 404 /404.html\n<IfModule mod_headers.c>\n"
            + "".join(f'  Header always set {name} "{value}"\n' for name, value in headers)
            + "</IfModule>\n"
        ),
    )
    yield (
        "server/Caddyfile",
        (
            "# import this in the site block\nencode gzip\nheader {\n"
            + "".join(f'\t{name} "{value}"\n' for name, value in headers)
            + "}\nhandle_errors {\n\trewrite * /404.html\n\tfile_server\n}\n"
        ),
    )
