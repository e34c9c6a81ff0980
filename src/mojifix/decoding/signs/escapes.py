"""Encodings of seven bits: ISO-2022 (RFC 1468, 1557), HZ (RFC 1843), UTF-7 (RFC 2152).

Their bytes are all ASCII, so only the escape sequences give them away.

    >>> find("日本語です".encode("iso2022_jp")).codec, find(b"esc \\x1b[31m red \\x1b[0m")
    ('iso2022_jp', None)
    >>> find("Grüße aus Köln".encode("utf-7")).codec, find(b"a+b = c+deal")
    ('utf-7', None)
"""

from __future__ import annotations

import re
from typing import Final

from mojifix.codepages import utf7
from mojifix.decoding.verdict import Verdict, read_as
from mojifix.language.score import read

_DESIGNATION: Final = re.compile(
    rb"""
    \x1b(?:
        (?P<korean>\$\)C)
      | (?P<japanese>\$[@AB] | \$\([DOPQ] | \([IJ] | \.[AF])
    )
    """,
    re.VERBOSE,
)
# From the plain one to the extensions; each holds what the one before it holds.
_JAPANESE: Final = (
    "iso2022_jp", "iso2022_jp_2", "iso2022_jp_ext", "iso2022_jp_3", "iso2022_jp_2004",
)  # fmt: skip
_HZ_RUN: Final = re.compile(rb"~\{((?:[\x21-\x77][\x21-\x7e]){1,2000})(?:~\}|\n|\Z)")
_PROBABILITY: Final = 0.99
_HZ_RUNS: Final = 50  # runs that are weighed
# Chinese costs some 9 bits a character here; ASCII between ~{ and ~} read as Chinese some 15.
_HZ_BITS: Final = 12.5
_UTF7_WORDS: Final = 50  # words that are weighed
_BLANKS: Final = re.compile("[\t-\r ]+")  # of ASCII; others, as a no-break space, stand in runs
_BASE64_SIGN: Final = re.compile("[0-9+/=]")  # that is left of Base64 of no text, and in few words
# What they must save, no character costing more than those of HZ. Of 1,183 files of ASCII, in 1.2 GB,
# with what may be runs of UTF-7 none is taken for it; of 350 sentences in 85 languages 342 are.
_UTF7_BITS: Final = 30.0
# … and where all runs may be words themselves, as in "Rock+API-based". Of 28,520 lines with such words
# 10 are taken for UTF-7, 272 at 30 bits; of 1,693 held-out sentences 1,559 are, and 1,627.
_UTF7_BITS_OF_WORDS: Final = 40.0


def find(data: bytes) -> Verdict | None:
    """Return what ASCII bytes with escape sequences say; None if they hold none of these."""
    if b"\x1b" in data and (found := _DESIGNATION.search(data)):
        return _iso_2022(data, found)
    # In a megabyte, one byte is looked for in 9 µs and two in 828.
    if b"~" in data and b"~{" in data:
        return _hz(data)
    if b"+" in data:
        return _utf7(data)
    return None


def _iso_2022(data: bytes, found: re.Match[bytes]) -> Verdict | None:
    evidence = f"ISO-2022 escape sequence at byte {found.start()}"
    for codec in ("iso2022_kr",) if found["korean"] else _JAPANESE:
        try:
            data.decode(codec)
        except UnicodeDecodeError as error:
            if error.end < len(data) or error.start < found.end():
                continue
            evidence += ", cut off at the end"
        return read_as(data, codec, evidence, probability=_PROBABILITY)
    return None


def _hz(data: bytes) -> Verdict | None:
    runs = [found[1] for _, found in zip(range(_HZ_RUNS), _HZ_RUN.finditer(data), strict=False)]
    chinese = "".join(bytes(b | 0x80 for b in run).decode("gb2312", "replace") for run in runs)
    if not chinese or "\ufffd" in chinese or read(chinese).bits > _HZ_BITS * len(chinese):
        return None
    verdict = read_as(data, "hz", "HZ escape sequences around Chinese", probability=_PROBABILITY)
    return None if verdict.replaced else verdict


def _utf7(data: bytes) -> Verdict | None:
    try:
        after = _BLANKS.split(data.decode("utf-7"))
    except UnicodeDecodeError:  # as of nearly all code with plus signs
        return None
    before = _BLANKS.split(data.decode())
    places = [
        at for at, word in enumerate(after) if not word.isascii() and not _BASE64_SIGN.search(word)
    ][:_UTF7_WORDS]
    if not places or len(after) != len(before):
        return None
    was, becomes = (" ".join([words[at] for at in places]) for words in (before, after))
    bits = read(becomes).bits
    runs = {was[start:end] for start, end, _ in utf7.runs(was)} - {"+-"}
    least = _UTF7_BITS_OF_WORDS if all(map(utf7.is_word, runs)) else _UTF7_BITS
    if bits > min(_HZ_BITS * len(becomes), read(was).bits - least):
        return None
    return read_as(data, "utf-7", "runs of UTF-7 that are words", probability=_PROBABILITY)
