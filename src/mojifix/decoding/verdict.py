"""What the stages hand on: how some bytes are to be read, and what else was considered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mojifix.decoding.codec import decode_replacing
from mojifix.decoding.scoring.scored import Scored
from mojifix.records import Repair


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How some bytes are to be read.

    Attributes:
        codec: Python's name of a codec, or that of a single-byte code page; None for binary data.
        text: the decoded text; empty for binary data.
        evidence: what decided, in words, most telling first.
        probability: that this is right, 0..1.
        language: BCP 47 tag, where the decision came from a language.
        ranked: each reading that was considered and its probability, this one first, then the
            others, likeliest first; empty where the bytes were not scored.
        repairs: runs read with another codec than the rest.
        replaced: number of U+FFFD that stand for bytes without meaning.
        had_bom: whether a byte order mark was removed.
    """

    codec: str | None
    text: str
    evidence: tuple[str, ...]
    probability: float = 1.0
    language: str | None = None
    ranked: Sequence[tuple[Scored, float]] = ()
    repairs: tuple[Repair, ...] = ()
    replaced: int = 0
    had_bom: bool = False


def read_as(data: bytes, codec: str, *evidence: str, probability: float = 1.0) -> Verdict:
    """Return the verdict that bytes are in a codec, whatever in them is ill-formed."""
    text, replaced = decode_replacing(data, codec)
    return Verdict(
        codec=codec, text=text, evidence=evidence, probability=probability, replaced=replaced
    )


def binary(reason: str, probability: float = 1.0) -> Verdict:
    """Return the verdict on bytes that are no text."""
    return Verdict(codec=None, text="", evidence=(reason,), probability=probability)
