"""The line at the top of every generated file: where it comes from and how to write it anew."""

from __future__ import annotations

COMMAND = "make generate"


def generated_line(source: str) -> str:
    """Say in both languages that a file is generated from `source`."""
    return f"Generated from {source} by `{COMMAND}`; do not edit. 由该文件自动生成，请勿手工修改。"


def markdown_header(source: str, title: str) -> str:
    """Start of a generated Markdown page."""
    return f"---\ntitle: {title}\n---\n\n<!-- {generated_line(source)} -->\n\n# {title}\n\n"


def yaml_header(source: str) -> str:
    """Start of a generated YAML file."""
    return f"# {generated_line(source)}\n"
