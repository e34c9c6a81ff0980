"""What somebody says the encoding is: a prior, never the truth.

>>> declaration = declared_codec("ISO-8859-1", "http")
>>> declaration.codec, declaration.evidence
('cp1252', 'the HTTP header names ISO-8859-1')
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from mojifix.codepages.labels import codec_of
from mojifix.decoding.codec import decode_replacing
from mojifix.decoding.signs.prescan import DeclaredBy


@dataclass(frozen=True, slots=True)
class Declaration:
    """A declared encoding.

    Attributes:
        codec: Python's name.
        label: as it was written.
        by: who says so.
        bits: in favor of the codec.
    """

    codec: str
    label: str
    by: DeclaredBy
    bits: float

    @property
    def evidence(self) -> str:
        """Return the declaration in words."""
        return f"{_SPEAKERS[self.by]} names {self.label}"

    @property
    def reads_ascii_differently(self) -> bool:
        """Return whether bytes that look like ASCII mean something else: EBCDIC, UTF-7, HZ."""
        if self.codec.startswith(("utf-16", "utf-32")):
            return False  # its ASCII is known by its NULs
        return decode_replacing(_PRINTABLE, self.codec)[0] != _PRINTABLE.decode("ascii")

    @property
    def bonus(self) -> dict[str, float]:
        """Return the bits in favor of codecs."""
        return {self.codec: self.bits}


_PRINTABLE: Final = bytes(range(32, 127))
_SPEAKERS: Final[dict[DeclaredBy, str]] = {
    "http": "the HTTP header",
    "meta": "the page's <meta>",
    "xml": "the XML declaration",
    "cookie": "a coding comment",
    "command": "a command of the document",
    "header": "a Content-Type line",
    "dictionary": "the dictionary",
    "caller": "the caller",
}
# 12 nats settle what is short or ambiguous and yield to some 100 bytes of contrary evidence. A
# server's default is wrong more often than what an author wrote; a caller has reasons.
_BITS: Final = 17.3
_BITS_OF: Final[dict[DeclaredBy, float]] = {"http": 16.0, "caller": 24.0}


def declared_codec(label: str, by: DeclaredBy) -> Declaration | None:
    """Return the declaration that a label makes; None when it names no codec."""
    codec = codec_of(label)
    return Declaration(codec, label, by, _BITS_OF.get(by, _BITS)) if codec else None
