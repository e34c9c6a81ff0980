"""The result of cleaning: the text, its structure, and the receipt of everything that was done.

>>> from mojifix.records import Block, Meta
>>> page = Document(
...     text="Soup\\n\\nWash the leeks.",
...     blocks=(
...         Block(kind="title", text="Soup"),
...         Block(kind="paragraph", text="Wash the leeks."),
...     ),
...     meta=Meta(title="Soup"),
... )
>>> page
Document('Soup', 2 blocks, 0 repairs, 0 removed)
>>> print(page.markdown, end="")
# Soup
<BLANKLINE>
Wash the leeks.
>>> Document.from_dict(page.to_dict()) == page
True
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final, Self

from mojifix import render, resources
from mojifix.records import Block, Meta, Removed, Repair, Source
from mojifix.serialization import JsonObject, Record

SCHEMA: Final = "mojifix/1"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Document(Record):
    """A cleaned text or page.

    Blocks and removed pieces together are the whole input but for scripts, styles and templates:
    nothing disappears without a record.

    Attributes:
        text: the kept content as plain text, a blank line between blocks.
        blocks: the kept content, in reading order.
        meta: what the page says about itself.
        source: where the text came from and how its bytes were read.
        repairs: every repair, ordered by span. ``source_start:source_end`` is a span of the source
            as it came (of the decoded text when bytes came in), ``start:end`` of the source after
            all repairs, from which blocks and removed pieces were taken. For HTML both count, as
            the spans of the pieces do, in the texts of all pieces as they came, joined by line
            breaks.
        removed: everything that was taken out, with its role; of HTML what stands in no block, such as
            hidden words within a text and the choices of a form, comes last.
        quality: expected word F1 of the kept set, 0..1; None when nothing was judged.
        notes: what a reader should know, such as a limit that was hit.
    """

    _PARTS: ClassVar = {
        "blocks": Block,
        "meta": Meta,
        "source": Source,
        "repairs": Repair,
        "removed": Removed,
    }

    text: str
    blocks: tuple[Block, ...] = ()
    meta: Meta = field(default_factory=Meta)
    source: Source = field(default_factory=Source)
    repairs: tuple[Repair, ...] = ()
    removed: tuple[Removed, ...] = ()
    quality: float | None = None
    notes: tuple[str, ...] = ()

    def __repr__(self) -> str:
        name = self.meta.title or self.text[:40]
        return (
            f"Document({name!r}, {len(self.blocks)} blocks, {len(self.repairs)} repairs, "
            f"{len(self.removed)} removed)"
        )

    @property
    def markdown(self) -> str:
        """The kept content as Markdown; a document that came in it is no page and keeps its marks."""
        if self.source.kind == "markdown" and self.quality is None and self.text:
            return self.text + "\n"
        return render.markdown(self.blocks)

    @property
    def xml(self) -> str:
        """The kept content and the metadata as TEI XML."""
        return render.xml(self.blocks, self.meta)

    def _repr_html_(self) -> str:
        """Show the document in a notebook, its repairs marked and what was removed greyed."""
        from mojifix.report.page import notebook
        from mojifix.report.rows import Entry

        return notebook(Entry(self.meta.title or "Document", self))

    def to_dict(self) -> JsonObject:
        """Return the document as JSON types, as ``schema.json`` describes them."""
        return {"schema": SCHEMA, **super(Document, self).to_dict()}

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """Rebuild the document that ``to_dict`` described.

        Raises:
            TypeError: it is no dictionary.
            ValueError: it is of another schema, or a key is missing or unknown.
        """
        if isinstance(values, Mapping):
            if values.get("schema") != SCHEMA:
                raise ValueError(
                    f"a Document has the schema {SCHEMA!r}, not {values.get('schema')!r}; "
                    "pass what to_dict() returned"
                )
            values = {key: value for key, value in values.items() if key != "schema"}
        # A bare super() looks for the class as it was before slots=True made another of it.
        return super(Document, cls).from_dict(values)


def schema() -> JsonObject:
    """Return the JSON Schema (2020-12) of ``Document.to_dict()``.

    >>> schema()["title"]
    'mojifix Document'
    """
    value: JsonObject = json.loads(resources.read_bytes(__package__, "schema.json"))
    return value
