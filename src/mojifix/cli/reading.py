"""Bytes from an input to text, with the refusals that every command shares."""

from __future__ import annotations

from mojifix.cli.delivery import FailedInputError
from mojifix.records import Decoded

BOM = "\ufeff"


def decoded(data: bytes, declared: str | None, languages: tuple[str, ...] = ()) -> Decoded:
    """Decode an input.

    Raises:
        FailedInputError: the bytes are no text.
    """
    from mojifix.decoding import decode

    result = decode(data, declared=declared, languages=languages or None)
    if result.source.encoding is None and data:
        raise FailedInputError(f"no text: {'; '.join(result.source.evidence) or 'binary data'}")
    return result


def decoding_notes(result: Decoded) -> tuple[str, ...]:
    """Say what was lost on the way from bytes to text."""
    lost = result.source.replaced
    if not lost:
        return ()
    return (f"{lost} bytes cannot be decoded as {result.source.encoding} and became U+FFFD",)


def encoded(text: str, had_bom: bool) -> bytes:
    """Return text as UTF-8, with a byte order mark where there was one.

    A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD.
    """
    from mojifix.cli.terminal import encodable

    return ((BOM if had_bom else "") + encodable(text)).encode()
