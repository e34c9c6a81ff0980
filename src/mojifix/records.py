"""The records that mojifix hands out: frozen values and their dictionary form.

Spans are half-open and count code points; a span of bytes says so. Every record has
``to_dict`` (plain JSON types only) and ``from_dict`` (its inverse); ``schema.json`` beside this
module describes the dictionaries that a ``Document`` is made of.

    >>> repair = Repair(
    ...     start=4, end=5, source_start=4, source_end=7, before="тАУ", after="–",
    ...     steps=("encode cp866", "decode utf-8"), bits=31.5, probability=0.999,
    ... )
    >>> Repair.from_dict(repair.to_dict()) == repair
    True
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, Literal

from mojifix.serialization import Record

SourceKind = Literal["html", "markdown", "text"]
BlockKind = Literal[
    "title", "heading", "paragraph", "list_item", "quote", "code", "table_row", "caption",
    "definition",
]  # fmt: skip
Role = Literal[
    "advert", "author_box", "boilerplate", "breadcrumb", "comment", "comment_count",
    "comment_form", "cookie_notice", "date_line", "duplicate", "footer", "header", "legal",
    "login", "navigation", "newsletter", "pagination", "related", "search", "share", "tags",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair(Record):
    """One garbled run and what it was before it was garbled.

    Attributes:
        start, end: span of ``after`` in the result, in code points.
        source_start, source_end: span of ``before`` in the source, in code points.
        before, after: the garbled run and its repair.
        steps: what undoes the damage, in order, as ``"encode cp866"``, ``"decode utf-8"``, or
            ``"name U+FFFD"``.
        bits: description length saved, in bits; more is surer.
        probability: that the repair is right, 0..1. Of held-out sentences that were garbled in many
            ways, in each bin of what is stated the share that is right is within two points of it,
            but for the one below 0.3, where 3 points too much are stated.
        guessed: True when information was lost and the model chose a character.
        code: the kind of damage, as in ``"utf8-as-cp866"``.
    """

    start: int
    end: int
    source_start: int
    source_end: int
    before: str
    after: str
    steps: tuple[str, ...]
    bits: float
    probability: float
    guessed: bool = False
    code: str = ""

    def explain(self) -> str:
        """Say in one sentence what happened and how to stop it at the source.

        >>> Repair(
        ...     start=0, end=1, source_start=0, source_end=2, before="Г©", after="é",
        ...     steps=("encode cp1251", "decode utf-8"), bits=20.0, probability=0.999,
        ... ).explain()
        'UTF-8 bytes were read as cp1251 (Windows, Cyrillic), typical of Russian or Bulgarian \
Windows programs and spreadsheets; read them with encoding="utf-8".'
        """
        from mojifix.explaining import explain

        return explain(self.before, self.after, self.steps, guessed=self.guessed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage(Record):
    """A damaged run that cannot be repaired with confidence; it is left as it is.

    Attributes:
        source_start, source_end: span in the source, in code points.
        text: the run.
        reason: what is known about it, in words.
    """

    source_start: int
    source_end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Record):
    """Where a text came from and how its bytes were read.

    Attributes:
        kind: ``"html"``, ``"markdown"`` or ``"text"``.
        encoding: Python's name of the codec, or that of a code page that Python lacks; None when the
            input was a str, or is binary.
        evidence: what decided the encoding, in words, most telling first.
        declared: the encoding label that came with the bytes, if any.
        had_bom: True when a byte order mark was removed.
        byte_length: length of the input in bytes; None when the input was a str.
        replaced: number of undecodable bytes that became U+FFFD.
    """

    kind: SourceKind = "text"
    encoding: str | None = None
    evidence: tuple[str, ...] = ()
    declared: str | None = None
    had_bom: bool = False
    byte_length: int | None = None
    replaced: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Record):
    """A link to a neighbouring page, or one in the text of a block.

    Attributes:
        text: what it says; for a neighbouring page its title, without the label that announced it.
        url: its address as the page gives it; None in flat text.
    """

    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Record):
    """One piece of kept content, in reading order.

    Attributes:
        kind: what it is.
        text: its text; line breaks only where they mean something.
        level: depth of a heading (1..6) or of a list item (from 1); None otherwise.
        probability: that it is content, 0..1.
        source_start, source_end: span in the source, in code points; for HTML in the texts of the
            page as they came, joined by line breaks; None for text of the page's linked data.
        path: element path in HTML, as ``"body/main/p[3]"``; None for flat text.
        links: the links in the text of HTML or Markdown, in order; only with
            ``Options(links=True)``.
        number: that an ordered list of HTML shows before its item.
        code: spans of inline code in the text of HTML, in code points, in order; each within a line.
    """

    _PARTS: ClassVar = {"links": Link}

    kind: BlockKind
    text: str
    level: int | None = None
    probability: float = 1.0
    source_start: int | None = None
    source_end: int | None = None
    path: str | None = None
    links: tuple[Link, ...] = ()
    number: int | None = None
    code: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed(Record):
    """One piece that was taken out, with the reason.

    Attributes:
        text: what was taken out, repaired.
        role: what it is.
        probability: that it is boilerplate, 0..1.
        source_start, source_end: span in the source, in code points; for HTML in the texts of the
            page as they came, joined by line breaks; None for text of the page's linked data.
        path: element path in HTML; None for flat text.
    """

    text: str
    role: Role
    probability: float = 1.0
    source_start: int | None = None
    source_end: int | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta(Record):
    """What a page says about itself; None or empty where it says nothing.

    Attributes:
        title: the title of the content, not of the site.
        authors: names, in order.
        date: ISO 8601 date of publication, ``"2025-08-27"``.
        site: name of the site.
        url: canonical address.
        language: BCP 47 tag of the content.
        description: the page's own summary.
        tags: keywords, in order.
        previous, next: the neighbouring pages.
    """

    _PARTS: ClassVar = {"previous": Link, "next": Link}

    title: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None
    site: str | None = None
    url: str | None = None
    language: str | None = None
    description: str | None = None
    tags: tuple[str, ...] = ()
    previous: Link | None = None
    next: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired(Record):
    """A text after repair, with the receipts.

    Attributes:
        text: the result.
        repairs: every change, ordered by span, disjoint.
        damage: damaged runs that were not repaired, ordered by span.
    """

    _PARTS: ClassVar = {"repairs": Repair, "damage": Damage}

    text: str
    repairs: tuple[Repair, ...] = ()
    damage: tuple[Damage, ...] = ()

    def _repr_html_(self) -> str:
        """Show the changed lines in a notebook, as they came and as they are."""
        from mojifix.highlighting import repaired_fragment

        return repaired_fragment(self.text, self.repairs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded(Record):
    """Bytes after decoding, with the evidence.

    Attributes:
        text: the result; empty when the bytes are binary.
        source: the encoding and how it was found.
        repairs: runs that were decoded with another encoding than the rest; their source spans
            count bytes.
    """

    _PARTS: ClassVar = {"source": Source, "repairs": Repair}

    text: str
    source: Source
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Record):
    """One way to read some bytes.

    Attributes:
        encoding: Python's name of the codec; None for binary data.
        language: BCP 47 tag of the language that fits best; None when none fits.
        probability: that this is the right reading, 0..1.
        evidence: why, in words.
    """

    encoding: str | None
    language: str | None
    probability: float
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The outcome of judging a page's blocks; the parts of a ``Document`` that depend on it.

    Attributes:
        blocks: the kept content, in reading order.
        removed: everything else, in reading order.
        meta: what the page says about itself.
        quality: expected word F1 of the kept set, 0..1; None when nothing was judged.
        notes: what a reader should know, such as a limit that was hit.
    """

    blocks: tuple[Block, ...] = ()
    removed: tuple[Removed, ...] = ()
    meta: Meta = field(default_factory=Meta)
    quality: float | None = None
    notes: tuple[str, ...] = ()
