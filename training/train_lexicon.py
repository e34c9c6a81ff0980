"""Gather the words of each language.

    python training/train_lexicon.py TEXTS WORDS src/mojifix/language/lexicon.bin

``texts.py`` says what the folder TEXTS holds, and which lines are left out. Words are what regular
expressions call letters and marks in a row, with apostrophes inside, in small letters; those that
are not letters of ASCII alone are kept, with the binary logarithm of how often they were seen
(``mojifix.language.lexicon``). Without those seen once it is a third as large, and 55.6 % of the
development sample's lossy texts come back instead of 61.5 %.

WORDS holds lists of words that were not counted, ``TAG.txt``, one a line (``tesseract_words.py``). Of
those that no text had, the likeliest by the letters of those that were seen are kept with a count of 0.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from heapq import nsmallest
from math import log2
from pathlib import Path
from string import ascii_lowercase
from typing import Any, Final

import regex
from model_files import write_packed
from texts import paths, read_texts

from mojifix.language.lexicon import CAPITALIZED, FORMAT, LONGEST, SHARED, small_letter
from mojifix.language.model import letters

# They write no spaces, so that what stands between two is no word.
WITHOUT_SPACES: Final = frozenset(
    {"zh-Hans", "zh-Hant", "yue", "ja", "th", "lo", "km", "my", "bo", "dz"}
)
WORD: Final = regex.compile(
    r"(?:\B['’](?=[\p{L}\p{M}]{1,2}\b))?[\p{L}\p{M}]+(?:['’\u200c\u200d][\p{L}\p{M}]+)*"
)

# With so many of each of 82 lists the model has 7 MB, with half as many 5, with all 14. Of 312 unseen
# texts that lost bytes 58 % come back, 57 with half as many, 60 with all, and 55 without any list.
MOST_LISTED: Final = 60_000
# Letters of a word that is listed: shorter ones were counted, or are pieces of words.
LEAST_LISTED: Final = 3
IN_ANY_WORD: Final = frozenset(ascii_lowercase + "'\u200c\u200d")
UNSEEN: Final = 0.03  # times that a trigram counts as seen which was not


def folded(word: str) -> str:
    """Return a word as the lexicon writes it."""
    return "".join(map(small_letter, word))


def capitalized(lines: list[str]) -> set[str]:
    """Return the words that mostly begin with a capital, not counting the first of a line."""
    counts: Counter[str] = Counter()
    for line in lines:
        for word in WORD.findall(line)[1:]:
            if not word.isupper():
                counts[folded(word)] += 1 if word[0].isupper() else -1
    return {word for word, count in counts.items() if count > 0}


def listed(path: Path, tag: str) -> dict[str, bool]:
    """Return the words of a list that are spelled as a language is.

    Letters of none are from other languages, or were garbled: lists of Turkish words have ``kadýn``.

    Args:
        path: of the list, which may be missing.
        tag: the language.

    Returns:
        Whether a word occurs in other than small letters only.
    """
    alphabet = IN_ANY_WORD.union(letters().get(tag, ""))
    words: dict[str, bool] = {}
    for word in WORD.findall(path.read_text(encoding="utf-8")) if path.exists() else ():
        small = folded(word)
        if (
            LEAST_LISTED <= len(small) <= LONGEST
            and not small.isascii()
            and alphabet.issuperset(small)
        ):
            words[small] = words.get(small, True) and word != small
    return words


class Spelling:
    """How likely words are, by the trigrams of those that were seen.

    Args:
        counts: how often each was.
    """

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._seen: Counter[str] = Counter()
        for word, count in counts.items():
            for trigram in self._trigrams(word):
                self._seen[trigram] += count
                self._seen[trigram[:2]] += count

    def bits(self, word: str) -> float:
        """Return what a word costs."""
        seen, trigrams = self._seen, self._trigrams(word)
        return sum(log2((seen[each[:2]] + 1) / (seen[each] + UNSEEN)) for each in trigrams)

    @staticmethod
    def _trigrams(word: str) -> Iterator[str]:
        padded = f"  {word} "
        return map("".join, zip(padded, padded[1:], padded[2:], strict=False))


def packed(counts: Counter[str], capitals: set[str]) -> tuple[bytes, int]:
    """Return the section of a language, and how many words it holds."""
    words = sorted(
        word
        for word, count in counts.items()
        if not (word.isascii() and word.isalpha()) and len(word) <= LONGEST
    )
    entries, before = [], ""
    for word in words:
        shared = next(size for size in range(len(word), -1, -1) if before.startswith(word[:size]))
        entries.append(chr(SHARED + shared) + word[shared:])
        before = word
    marks = bytes(counts[word].bit_length() | CAPITALIZED * (word in capitals) for word in words)
    return zlib.compress(marks + "".join(entries).encode(), 9), len(words)


def main() -> None:
    """Gather, and write the model."""
    texts, words, model = paths(__doc__, "texts", "words", "model")
    payload, languages = bytearray(), dict[str, Any]()
    for tag, lines in read_texts(texts).items():
        if tag in WITHOUT_SPACES:
            continue
        counts = Counter(folded(word) for line in lines for word in WORD.findall(line))
        capitals, seen = capitalized(lines), counts.total()
        more = listed(words / f"{tag}.txt", tag)
        spelling = Spelling(counts)
        for word in nsmallest(MOST_LISTED, more.keys() - counts.keys(), key=spelling.bits):
            counts[word] = 0
            if more[word]:
                capitals.add(word)
        section, size = packed(counts, capitals)
        if size:
            languages[tag] = [len(payload), len(section), size, seen]
            payload += section
            print(f"{tag:8s} {size:6d} words {len(section):7d} B")
    folders = {"TEXTS": texts, "WORDS": words}
    write_packed(folders, model, FORMAT, bytes(payload), languages=languages)


if __name__ == "__main__":
    main()
