"""One row's work: clean or repair its content, render it, and sum up what was done.

Runs in the workers; what goes back is strings and counts, which travel faster than documents.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from mojifix import forms
from mojifix.cleaning import clean
from mojifix.containers import options_for, repair_named
from mojifix.decoding import decode
from mojifix.options import Options
from mojifix.serialization import JsonObject

Task = Literal["clean", "fix"]
Form = Literal["jsonl", forms.Form]
Status = Literal["changed", "unchanged", "empty", "error"]


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a row.

    Attributes:
        status: ``"changed"``, ``"unchanged"``, ``"empty"`` (there was no text) or ``"error"``.
        content: the new text; None when the row stays as it is.
        summary: counts and findings, as JSON types.
        error: what went wrong, in words; None when nothing did.
    """

    status: Status
    content: str | None = None
    summary: JsonObject = field(default_factory=dict)
    error: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What to do with a row; called with its content, in any process.

    Attributes:
        task: ``"clean"``, the whole way, or ``"fix"``, repair alone.
        form: how cleaned content is rendered.
        options: how to repair and clean.
        receipts: put the whole document, or every repair, into the summary.

    Raises:
        ValueError: the task or the form is not one of these.
    """

    task: Task
    form: Form
    options: Options
    receipts: bool = False

    def __post_init__(self) -> None:
        for name, choices in (("task", get_args(Task)), ("form", get_args(Form))):
            value = getattr(self, name)
            if value not in choices:
                raise ValueError(f"{name}={value!r}: choose one of {', '.join(choices)}")

    def __call__(self, content: str | bytes | None, name: str = "") -> Done:
        """Work on the content of a row, which came from a file of a name."""
        if not content:
            return Done("empty")
        return (self._fix if self.task == "fix" else self._clean)(content, name)

    def _fix(self, content: str | bytes, name: str) -> Done:
        text, encoding = content, None
        if not isinstance(text, str):
            decoded = decode(text, languages=self.options.languages or None)
            text, encoding = decoded.text, decoded.source.encoding
            if encoding is None:
                return failed(f"no text: {'; '.join(decoded.source.evidence) or 'binary'}")
        # A row of a file of rows is a text, whatever the file is called.
        result, _ = repair_named(text, name if isinstance(content, bytes) else "", self.options)
        summary: JsonObject = {
            "encoding": encoding,
            "repairs": len(result.repairs),
            "damage": len(result.damage),
        }
        if self.receipts:
            summary["receipt"] = result.to_dict()
        return _done(content, result.text, summary)

    def _clean(self, content: str | bytes, name: str) -> Done:
        document = clean(content, options=options_for(name, content, self.options))
        if isinstance(content, bytes) and document.source.encoding is None:
            return failed("; ".join(document.notes) or "no text")
        summary: JsonObject = {
            "kind": document.source.kind,
            "encoding": document.source.encoding,
            "title": document.meta.title,
            "language": document.meta.language,
            "repairs": len(document.repairs),
            "removed": len(document.removed),
            "quality": document.quality,
            "notes": list(document.notes),
        }
        if self.receipts:
            summary["receipt"] = document.to_dict()
        if not (document.blocks or document.removed):
            return Done("empty", None, summary)
        text = document.text if self.form == "jsonl" else forms.written(document, self.form)
        return _done(content, text, summary)


def failed(reason: str) -> Done:
    """Return what became of a row that failed."""
    return Done("error", error=reason)


def _done(content: str | bytes, text: str, summary: JsonObject) -> Done:
    before = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    same = text.encode("utf-8", "surrogatepass") == before
    return Done("unchanged" if same else "changed", text, summary)
