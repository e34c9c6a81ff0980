"""What the stages hand on: how some bytes are to be read, and what else was considered."""

from __future__ import annotations

from dataclasses import dataclass

from mojifix.records import Repair


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """A reading that was not the likeliest.

    Attributes:
        codec: Python's name of a codec, or that of a single-byte code page.
        language: BCP 47 tag.
        probability: that it is right, 0..1.
        excess: bits that it costs more than the likeliest.
    """

    codec: str
    language: str
    probability: float
    excess: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How some bytes are to be read.

    Attributes:
        codec: Python's name of a codec, or that of a single-byte code page; None for binary data.
        text: the decoded text; empty for binary data.
        evidence: what decided, in words, most telling first.
        probability: that this is right, 0..1.
        language: BCP 47 tag, where the decision came from a language.
        others: what else was considered, likeliest first.
        repairs: runs read with another codec than the rest.
        replaced: number of U+FFFD that stand for bytes without meaning.
        had_bom: whether a byte order mark was removed.
    """

    codec: str | None
    text: str
    evidence: tuple[str, ...]
    probability: float = 1.0
    language: str | None = None
    others: tuple[Alternative, ...] = ()
    repairs: tuple[Repair, ...] = ()
    replaced: int = 0
    had_bom: bool = False


def binary(reason: str, probability: float = 1.0) -> Verdict:
    """Return the verdict on bytes that are no text."""
    return Verdict(codec=None, text="", evidence=(reason,), probability=probability)
