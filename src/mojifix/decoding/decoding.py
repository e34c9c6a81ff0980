"""The public functions: ``decode`` and ``detect``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from mojifix.decoding.arguments import checked_bytes, checked_languages, declaration_of
from mojifix.decoding.codec import python_name
from mojifix.decoding.deciding import decide
from mojifix.decoding.signs.prescan import DeclaredBy
from mojifix.decoding.verdict import Verdict
from mojifix.language import best_language
from mojifix.records import Candidate, Decoded, Source

_LANGUAGE_SAMPLE: Final = 1000  # characters that a language is told by


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
        The text with its ``Source`` (codec, evidence) and one ``Repair`` for each run that was in
        another encoding than the rest. For binary data the text is empty and the encoding None.

    Raises:
        TypeError: ``data`` is not bytes, or ``languages`` is not a sequence of tags.
        ValueError: ``declared_by`` is not one of the known, or a language is no tag.

    >>> decode("Привет, мир".encode("koi8-r")).text
    'Привет, мир'
    >>> decode(b"\\x89PNG\\r\\n\\x1a\\n").source.evidence
    ('the bytes are a PNG image',)
    """
    data = checked_bytes(data)
    hints = checked_languages(languages)
    declaration, declared, named = declaration_of(data, declared, declared_by)
    verdict = decide(data, declaration, hints | named)
    return Decoded(
        text=verdict.text,
        source=Source(
            encoding=python_name(verdict.codec),
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
    data = checked_bytes(data)
    declaration, _, named = declaration_of(data, None, None)
    verdict = decide(data, declaration, named)
    best = Candidate(
        encoding=python_name(verdict.codec),
        language=verdict.language or _language(verdict),
        probability=round(verdict.probability, 4),
        evidence=verdict.evidence,
    )
    others = (
        Candidate(
            encoding=python_name(row.codec),
            language=row.language,
            probability=round(probability, 4),
            evidence=(f"{row.bits - verdict.ranked[0][0].bits:.0f} bits more than the likeliest",),
        )
        for row, probability in verdict.ranked[1:]
    )
    return (best, *others)


def _language(verdict: Verdict) -> str | None:
    """Return the language of a text whose encoding was certain without it."""
    excerpt = verdict.text[:_LANGUAGE_SAMPLE]
    return best_language(excerpt) if any(map(str.isalpha, excerpt)) else None
