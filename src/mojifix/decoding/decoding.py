"""The public functions: ``decode`` and ``detect``."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from typing import Final, get_args

from mojifix.decoding import prescan
from mojifix.decoding.declared import Declaration, declared_codec
from mojifix.decoding.deciding import Alternative, Verdict, decide
from mojifix.decoding.prescan import DeclaredBy
from mojifix.language import best_language
from mojifix.records import Candidate, Decoded, Source


def decode(
    data: bytes,
    declared: str | None = None,
    declared_by: DeclaredBy | None = None,
    languages: Sequence[str] | None = None,
) -> Decoded:
    """Decode bytes of unknown encoding.

    Args:
        data: the bytes; any length, any content.
        declared: the label of an encoding that came with them, as ``"windows-1251"``.
        declared_by: who said so; ``"caller"`` unless given.
        languages: BCP 47 tags of languages to expect, as ``("ru", "uk")``.

    Returns:
        The text with its ``Source`` (codec, evidence) and, where runs were in another encoding than
        the rest, one ``Repair`` for each. For binary data the text is empty and the encoding None.

    Raises:
        TypeError: ``data`` is not bytes, or ``languages`` is a str.
        ValueError: ``declared_by`` is none of the known.

    >>> decode("Привет, мир".encode("koi8-r")).text
    'Привет, мир'
    >>> decode(b"\\x89PNG\\r\\n\\x1a\\n").source.evidence
    ('the bytes are a PNG image',)
    """
    data = _checked(data)
    hints = _checked_languages(languages)
    declaration, declared, language = _declaration(data, declared, declared_by)
    verdict = decide(data, declaration, (*hints, language) if language else hints)
    return Decoded(
        text=verdict.text,
        source=Source(
            encoding=_python_name(verdict.codec),
            evidence=verdict.evidence,
            declared=declared,
            had_bom=verdict.had_bom,
            byte_length=len(data),
            replaced=verdict.replaced,
        ),
        repairs=verdict.repairs,
    )


def detect(data: bytes) -> tuple[Candidate, ...]:
    """Return the ways to read some bytes, likeliest first, each with a probability and evidence.

    Code pages that give the same text are one candidate, under the name of the commonest.

    >>> best = detect("Zażółć gęślą jaźń".encode("iso8859-2"))[0]
    >>> best.encoding, best.language
    ('iso8859-2', 'pl')
    """
    data = _checked(data)
    declaration, _, language = _declaration(data, None, None)
    verdict = decide(data, declaration, (language,) if language else ())
    best = Candidate(
        encoding=_python_name(verdict.codec),
        language=verdict.language or _language(verdict),
        probability=round(verdict.probability, 4),
        evidence=verdict.evidence,
    )
    return (best, *map(_candidate, verdict.others))


def _candidate(other: Alternative) -> Candidate:
    return Candidate(
        encoding=_python_name(other.codec),
        language=other.language,
        probability=round(other.probability, 4),
        evidence=(f"{other.excess:.0f} bits more than the likeliest",),
    )


_LANGUAGE_SAMPLE: Final = 1000  # characters


def _language(verdict: Verdict) -> str | None:
    """Return the language of a text whose encoding was certain without it."""
    excerpt = verdict.text[:_LANGUAGE_SAMPLE]
    return best_language(excerpt) if any(map(str.isalpha, excerpt)) else None


def _python_name(codec: str | None) -> str | None:
    return codecs.lookup(codec).name if codec else None


def _checked(data: bytes) -> bytes:
    if isinstance(data, (bytearray, memoryview)):
        return bytes(data)
    if not isinstance(data, bytes):
        raise TypeError(f"decode takes bytes, not {type(data).__name__}; a str is decoded already")
    return data


def _checked_languages(languages: Sequence[str] | None) -> tuple[str, ...]:
    if isinstance(languages, str):
        raise TypeError(f"languages takes a sequence of BCP 47 tags, as ({languages!r},)")
    return tuple(languages or ())


def _declaration(
    data: bytes, declared: str | None, declared_by: DeclaredBy | None
) -> tuple[Declaration | None, str | None, str | None]:
    """Return the declaration to reckon with, its label, and the language the page names."""
    by = declared_by or "caller"
    if by not in get_args(DeclaredBy):
        choices = ", ".join(get_args(DeclaredBy))
        raise ValueError(f"declared_by is {declared_by!r}; choose one of {choices}")
    if declared is not None and not isinstance(declared, str):
        raise TypeError(f"declared takes a label such as 'utf-8', not {type(declared).__name__}")
    statement = prescan.scan(data)
    label = declared or statement.label
    if not label:
        return None, None, statement.language
    source = by if declared else statement.by
    return declared_codec(label, source), label, statement.language
