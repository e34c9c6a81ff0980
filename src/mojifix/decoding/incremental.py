"""Decoding of streams of any length in bounded memory.

Bytes are gathered into blocks, and every decision is made on whole blocks, so the result depends on
the bytes alone, never on how they were cut into chunks. A stream of at most one block gives exactly
the text that ``decode`` gives. While a stream is ASCII its encoding stays open, and while there is
little evidence for a code page it may still change for what follows.

    >>> decoder = IncrementalDecoder()
    >>> data = "Вот и всё. ".encode("cp1251") * 3
    >>> "".join(decoder.decode(data[i : i + 5]) for i in range(0, len(data), 5))
    ''
    >>> decoder.decode(b"", final=True), decoder.source.encoding
    ('Вот и всё. Вот и всё. Вот и всё. ', 'cp1251')
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from mojifix.decoding.arguments import checked_bytes, checked_languages, declaration_of
from mojifix.decoding.codec import python_name
from mojifix.decoding.deciding import decide, decide_content
from mojifix.decoding.readers import CodePage, Reader, reader_of
from mojifix.decoding.scoring import sample
from mojifix.decoding.signs import bom
from mojifix.decoding.signs.declared import Declaration
from mojifix.decoding.signs.prescan import DeclaredBy
from mojifix.decoding.verdict import Verdict
from mojifix.records import Source

BLOCK: Final = 1 << 16  # bytes that are gathered before anything is decided or decoded
_REACH: Final = 4096  # bytes before the end of a block that are searched for white space
# Pairs of bytes with one beyond ASCII after which a code page is not changed any more.
_ENOUGH_PAIRS: Final = 200


class IncrementalDecoder:
    """Decode a stream chunk by chunk; the encoding is decided by content.

    Runs in another encoding are read as ``decode`` reads them, but no receipts are kept: their
    number has no bound.

    Args:
        declared: the label of an encoding that came with the stream, as ``"windows-1251"``.
        declared_by: who said so; ``"caller"`` unless given.
        languages: BCP 47 tags of languages to expect.

    Raises:
        TypeError, ValueError: as ``decode`` does.
    """

    def __init__(
        self,
        declared: str | None = None,
        declared_by: DeclaredBy | None = None,
        languages: Sequence[str] | None = None,
    ) -> None:
        self._languages = checked_languages(languages)
        declaration_of(b"", declared, declared_by)  # bad arguments raise now
        self._declared, self._declared_by = declared, declared_by
        self._declaration: Declaration | None = None
        self._buffer = bytearray()
        self._reader: Reader | None = None  # None while all was ASCII
        self._is_first = True
        self._seen: tuple[bytes, ...] = ()  # samples that a code page was chosen by
        self._source = Source(declared=declared, byte_length=0)
        self._length = 0
        self._replaced = 0
        self._is_finished = False

    @property
    def source(self) -> Source:
        """Return what is known so far; the encoding is None until it is decided."""
        return replace(self._source, byte_length=self._length, replaced=self._replaced)

    def decode(self, chunk: bytes, final: bool = False) -> str:
        """Return the text that is certain after one more chunk.

        Args:
            chunk: any number of bytes.
            final: True with the last chunk; everything that is left comes out.

        Raises:
            TypeError: the chunk is not bytes.
            ValueError: the decoder was finished before.
        """
        chunk = checked_bytes(chunk)
        if self._is_finished:
            raise ValueError("the stream is finished; make a new IncrementalDecoder")
        self._length += len(chunk)
        parts = []
        # A chunk can be far longer than a block: move on in it, do not shift it again and again.
        data, start = bytes(self._buffer) + chunk, 0
        while len(data) - start > BLOCK:
            end = _block_end(data, start)
            parts.append(self._read(data[start:end], final=False))
            start = end
        self._buffer = bytearray(data[start:])
        if final:
            parts.append(self._read(bytes(self._buffer), final=True))
            self._buffer.clear()
            self._is_finished = True
        return "".join(parts)

    def _read(self, block: bytes, *, final: bool) -> str:
        if self._is_first:
            self._is_first = False
            return self._read_first(block, final=final)
        if self._reader is None:
            if _is_plain(block):
                return block.decode("ascii")
            self._settle(decide_content(block, self._declaration, self._languages), block)
        elif (
            isinstance(self._reader, CodePage)
            and sample.Sample(self._seen).pairs < _ENOUGH_PAIRS
            and not block.isascii()
        ):
            joined = b"\n".join((*self._seen, block))
            self._settle(decide_content(joined, self._declaration, self._languages), block)
        assert self._reader is not None
        return self._through_reader(block, final=final)

    def _read_first(self, block: bytes, *, final: bool) -> str:
        declaration, label, named = declaration_of(block, self._declared, self._declared_by)
        self._declaration = declaration
        self._languages |= named
        verdict = decide(block, declaration, self._languages)
        self._source = replace(self._source, declared=label, had_bom=verdict.had_bom)
        self._note(verdict)
        if final:
            self._replaced = verdict.replaced
            return verdict.text
        if verdict.codec == "utf-8" and _is_plain(block):
            return verdict.text
        self._settle(verdict, block)
        mark = bom.find(block) if verdict.had_bom else None
        return self._through_reader(block[mark.length :] if mark else block, final=False)

    def _note(self, verdict: Verdict) -> None:
        self._source = replace(
            self._source, encoding=python_name(verdict.codec), evidence=verdict.evidence
        )

    def _settle(self, verdict: Verdict, block: bytes) -> None:
        """Read on with the codec of a verdict."""
        self._seen = (*self._seen, *sample.take(block).pieces)
        if self._reader is None or self._reader.codec != verdict.codec:
            # Data that turns binary after a head of text is read as damaged UTF-8.
            if verdict.codec is None and self._source.encoding is not None:
                verdict = replace(verdict, codec="utf-8")
            self._note(verdict)
            self._reader = reader_of(verdict.codec, self._languages)

    def _through_reader(self, block: bytes, *, final: bool) -> str:
        assert self._reader is not None
        text, replaced = self._reader.read(block, final)
        self._replaced += replaced
        return text


def _block_end(data: bytes, start: int) -> int:
    """Return where a block ends: after the last white space near its full length."""
    limit = start + BLOCK
    for mark in (b"\n", b" "):
        place = data.rfind(mark, limit - _REACH, limit)
        if place >= 0:
            return place + 1
    return limit


def _is_plain(block: bytes) -> bool:
    """Return whether every encoding reads a block alike."""
    return block.isascii() and not any(mark in block for mark in (b"\x1b", b"~{", b"\0"))
