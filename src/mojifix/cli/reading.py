"""Bytes from an input to text, with the refusals that every command shares."""

from __future__ import annotations

from codecs import BOM_UTF8
from typing import TYPE_CHECKING, Final

from mojifix.cli.inputs import NoTextError
from mojifix.cli.terminal import counted
from mojifix.surrogates import encodable, pieces

if TYPE_CHECKING:
    from mojifix.cli.inputs import Input
    from mojifix.document import Document
    from mojifix.options import Options
    from mojifix.records import Decoded, Source

# Names under which a file needs no new encoding to be UTF-8.
UTF8: Final = frozenset({"ascii", "utf-8", "utf-8-sig"})


def decoded(data: bytes, declared: str | None, languages: tuple[str, ...] = ()) -> Decoded:
    """Decode an input.

    Raises:
        NoTextError: the bytes are no text.
    """
    from mojifix.decoding import decode

    result = decode(data, declared=declared, languages=languages or None)
    if result.source.encoding is None and data:
        raise NoTextError(f"no text: {'; '.join(result.source.evidence) or 'binary data'}")
    return result


def cleaned(source: Input, data: bytes, options: Options, declared: str | None) -> Document:
    """Clean an input; one whose name says HTML is taken at its word."""
    from mojifix.cleaning import clean
    from mojifix.containers import options_for

    return clean(data, options=options_for(source.name, data, options), declared=declared)


def decoding_notes(result: Decoded) -> tuple[str, ...]:
    """Say what was lost on the way from bytes to text."""
    lost = result.source.replaced
    if not lost:
        return ()
    encoding = result.source.encoding
    return (f"{counted(lost, 'byte')} cannot be decoded as {encoding} and became U+FFFD",)


def declaration_notes(result: Decoded) -> tuple[str, ...]:
    """Say which declaration in a text is no longer true of it, now that it is UTF-8."""
    from mojifix.decoding.signs import prescan

    if result.source.encoding in (None, *UTF8):
        return ()
    label = prescan.scan(encoded(result.text[: prescan.HEAD])).label
    if label is None or label.lower() in UTF8:
        return ()
    return (f"still declares {label}; change that, as it is UTF-8 now",)


def encoded(text: str, source: Source | None = None, name: str = "") -> bytes:
    """Return text as UTF-8.

    A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD.

    Args:
        text: the result.
        source: what it was made from; when that had a byte order mark, it keeps it, because
            programs such as Excel know UTF-8 by it.
        name: of the file; JSON gets no mark that it did not have in UTF-8 (RFC 8259, section 8.1).
    """
    mark = BOM_UTF8 if source is not None and _keeps_mark(source, name) else b""
    return mark + b"".join(map(str.encode, pieces(encodable(text))))


def _keeps_mark(source: Source, name: str) -> bool:
    if not source.had_bom or source.encoding in UTF8:
        return source.had_bom
    from mojifix.containers import container_of

    return container_of(name) not in {"json", "jsonl"}
