"""The forms that a Document is written in, and the names of files in them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from mojifix.document import Document

Form = Literal["text", "markdown", "json", "xml"]

SUFFIXES: Final = {"text": ".txt", "markdown": ".md", "json": ".json", "xml": ".xml"}


def written(document: Document, form: Form) -> str:
    """Return a document in a form; all but bare text end in a line break.

    >>> from mojifix import clean
    >>> written(clean("<h1>Soup</h1><p>Wash the leeks.</p>", kind="html"), "markdown")
    '# Soup\\n\\nWash the leeks.\\n'
    """
    match form:
        case "text":
            return document.text
        case "markdown":
            return document.markdown
        case "json":
            return json.dumps(document.to_dict(), ensure_ascii=False, indent=1) + "\n"
        case "xml":
            return document.xml
