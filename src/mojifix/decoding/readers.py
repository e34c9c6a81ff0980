"""Reading of a stream, block by block, once its encoding is known."""

from __future__ import annotations

import codecs
from collections.abc import Collection
from dataclasses import dataclass

from mojifix.decoding import codec
from mojifix.decoding.mixtures import in_legacy, in_utf8, mixture
from mojifix.decoding.scoring import sample
from mojifix.decoding.scoring.scored import Scored


@dataclass
class Reader:
    """What reads the blocks of a stream; this one the blocks of binary data.

    Attributes:
        codec: Python's name, or that of a code page; None for binary data.
    """

    codec: str | None

    def read(self, block: bytes, final: bool) -> tuple[str, int]:
        """Return the text of a block, and how many U+FFFD in it stand for ill-formed bytes."""
        return "", 0


def reader_of(name: str | None, languages: Collection[str]) -> Reader:
    """Return a reader for a codec."""
    if name is None:
        return Reader(None)
    if name == "utf-8":
        return _Utf8(languages)
    return CodePage(name, name) if codec.reads_any(name) else _Codec(name)


@dataclass
class CodePage(Reader):
    """Reads single bytes, so that another one can take its place between blocks."""

    name: str

    def read(self, block: bytes, final: bool) -> tuple[str, int]:
        """Return the text, runs of UTF-8 in it read as such."""
        found = in_legacy.decode(block, self.name)
        return found.text, found.replaced


class _Utf8(Reader):
    """UTF-8; runs that are not are read in the encoding that suits the first block with such."""

    def __init__(self, languages: Collection[str]) -> None:
        super().__init__("utf-8")
        self._languages = languages
        self._other: Scored | None = None
        self._rest = b""  # of a character that the end of a block cut

    def read(self, block: bytes, final: bool) -> tuple[str, int]:
        data = self._rest + block
        self._rest = b""
        try:
            return data.decode("utf-8"), 0
        except UnicodeDecodeError as error:
            if error.reason == "unexpected end of data" and error.end == len(data):
                if final:
                    return data[: error.start].decode("utf-8") + "\ufffd", 1
                self._rest = data[error.start :]
                return data[: error.start].decode("utf-8"), 0
        if self._other is None:
            self._other = mixture.other_reading(data, sample.take(data), {}, self._languages)
        found = in_utf8.decode(data, self._other.codec, (self._other.language,))
        return found.text, found.replaced


class _Codec(Reader):
    """Any codec of Python with a state: multi-byte, UTF-16, ISO-2022."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        make = codecs.getincrementaldecoder(name)
        self._replacing = make("replace")
        # What the source itself spells U+FFFD survives "ignore".
        self._ignoring = make("ignore")

    def read(self, block: bytes, final: bool) -> tuple[str, int]:
        text = self._replacing.decode(block, final)
        rest = self._ignoring.decode(block, final)
        return text, text.count("\ufffd") - rest.count("\ufffd")
