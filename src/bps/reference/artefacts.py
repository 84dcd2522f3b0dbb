"""The one list of generated files: where each stands and who builds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.findings import LANGUAGES
from bps.reference import issue_forms, templates
from bps.reference.codes import codes_page
from bps.reference.commands import commands_page
from bps.reference.editor import editor_files
from bps.reference.fields import fields_page
from bps.reference.settings import SETTINGS_SCHEMA, settings_page, settings_schema_text
from bps.schema import SCHEMA_FOLDER, schema_files

if TYPE_CHECKING:
    from collections.abc import Callable

    from click import Group

# Nothing but generated files stands in these folders; anything else there is a leftover.
GENERATED_FOLDERS = (SCHEMA_FOLDER, templates.FOLDER, issue_forms.FOLDER)


def generated_files(commands: Callable[[str], Group]) -> dict[str, str]:
    """Path and text of every generated file.

    Args:
        commands: The command line in a language, for its reference page.

    Returns:
        Texts by path relative to the project's root.
    """
    pages = {
        f"docs/{language}/reference/{name}.md": text
        for language in LANGUAGES
        for name, text in (
            ("codes", codes_page(language)),
            ("commands", commands_page(language, commands(language))),
            ("fields", fields_page(language)),
            ("settings", settings_page(language)),
        )
    }
    return {
        **schema_files(),
        SETTINGS_SCHEMA: settings_schema_text(),
        **templates.template_files(),
        **editor_files(),
        **issue_forms.issue_form_files(),
        **pages,
    }
