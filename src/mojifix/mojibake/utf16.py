r"""Text that was read as UTF-16 and is not, or in the wrong byte order, or is UTF-16 and was not.

Each two bytes became one character, hardly ever one that anybody writes, or each two characters were
one; so a text is what it should be or damaged as a whole.

>>> change = find_change("畢桳栠摩琠敨映捡獴")
>>> change.text, change.edits[0].steps
('bush hid the facts', ('encode utf-16-le', 'decode utf-8'))
>>> find_change("þÿ\x00G\x00r\x00ü\x00ß\x00e").text
'Grüße'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from mojifix.codepages import multibyte, singlebyte
from mojifix.mojibake.edits import Change, Edit
from mojifix.mojibake.weighing.background import BACKGROUND_BITS, background_bits
from mojifix.mojibake.weighing.costs import word_bits

_SAMPLE: Final = 200  # code points that are weighed
_GLANCE: Final = 24  # … to see whether that is worth it
_PAIRS: Final = re.compile("[^\x00-\u07ff]+")  # of bytes, none a control character
_LEAST_SHARE: Final = 0.6  # of such characters; the rest are pairs with a control character
# What the first 200 code points must save. Of the clean lines in Chinese, Japanese and Korean that
# the language model was not trained on, none saves anything.
_LEAST_BITS: Final = 40.0
_ORDERS: Final = ("utf-16-le", "utf-16-be")
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_LEAST_CONTROLS: Final = 0.25  # of characters; of UTF-16 in an alphabet nearly half are
_SINGLE_BYTE: Final = ("latin-1", "cp1252", "cp1251", "cp1250", "cp1253", "cp1256", "cp866")


def find_change(text: str) -> Change | None:
    """Return what undoes the damage of a whole text, None where that saves too little."""
    best: tuple[float, str, tuple[str, ...]] = (0.0, "", ())
    for after, steps in _readings(text):
        if _CONTROL.search(after) or _saved(text, after, _GLANCE) <= 0:
            continue
        best = max(best, (_saved(text, after, _SAMPLE), after, steps))
    saved, after, steps = best
    if saved < _LEAST_BITS:
        return None
    bits = saved * max(1.0, len(text) / _SAMPLE)
    wrong, true = (step.partition(" ")[2] for step in steps)
    return Change.of(text, [Edit(0, len(text), after, steps, bits, code=f"{true}-as-{wrong}")])


def _saved(text: str, after: str, size: int) -> float:
    before, after = text[:size], after[: size * len(after) // len(text)]
    return _bits_as_it_is(before) - word_bits(after)


@lru_cache(maxsize=2)  # a text has many readings
def _bits_as_it_is(text: str) -> float:
    return min(word_bits(text), BACKGROUND_BITS + background_bits(text))


def _readings(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what a text may have been, and the steps that lead there."""
    if len(_CONTROL.findall(text)) >= _LEAST_CONTROLS * len(text):
        yield from _as_utf16(text)
    elif "\n" not in text[:-1] and sum(map(len, _PAIRS.findall(text))) >= _LEAST_SHARE * len(text):
        yield from _as_something_else(text)


def _as_utf16(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for wrong in _SINGLE_BYTE[:2]:
        try:
            data = singlebyte.encode(text, wrong)
        except UnicodeEncodeError:
            continue
        for true in _ORDERS:
            # The last byte of little-endian text is often NUL, and is often cut off with blanks.
            after = _decoded(data if len(data) % 2 == 0 else data + b"\0", true)
            if after is not None:
                yield after.removeprefix("\ufeff"), (f"encode {wrong}", f"decode {true}")


def _as_something_else(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for wrong in _ORDERS:
        data = text.encode(wrong, "surrogatepass")
        # Control characters are the same bytes in all of them, and no text holds any.
        others = () if _CONTROL.search(data.decode("latin-1")) else ("utf-8", *_SINGLE_BYTE)
        for true in (*_ORDERS, *others):
            after = _decoded(data, true)
            if after is not None and true != wrong:
                yield after, (f"encode {wrong}", f"decode {true}")


def _decoded(data: bytes, codec: str) -> str | None:
    if codec in _SINGLE_BYTE:
        return singlebyte.decode(data, codec)
    return multibyte.decode(data, codec)
