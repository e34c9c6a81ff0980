"""Text that was garbled twice and lost bytes of the layer above.

What is left when that layer is undone is garbled, too, so that no language tells what a lost byte was.
But the layer below has a form of its own: where each space behind a lead byte is taken for a no-break
space, the characters are well-formed UTF-8 again, in ``Ð Ñ—`` as ``Рї`` and then as ``п``.

>>> text = "CafÃ?Â© crÃ?Â¨me"
>>> [edit.after for edit in find_edits(text, set(), Scale(text))]
['Ã©', 'Ã¨']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from typing import Final, NamedTuple

from mojifix.codepages import singlebyte, utf8
from mojifix.language.emoji import pictograph_bits
from mojifix.mojibake.edits import Edit, bits_saved, recoding
from mojifix.mojibake.utf8.proposals import LAYER_BITS, LAYERS_BELOW, SLACK_BITS
from mojifix.mojibake.utf8.runs import CODEPAGE_BITS, DAMAGE_BITS
from mojifix.mojibake.weighing.scale import CloseScale, Scale
from mojifix.mojibake.weighing.suspects import is_plausible
from mojifix.mojibake.words import window

_ABOVE: Final = ("cp1252", "latin-1", "cp1251")
_BELOW: Final = ("cp1252", "latin-1", "cp1251", "cp1250", "cp1254")
_NBSP: Final = b"\xa0"
# Bytes that stand for ``?``: what Latin-1 has no characters for, or a code page none at all.
_MARKED: Final = tuple(bytes((byte,)) for byte in range(0x80, 0xA0))
_ANY: Final = (*_MARKED, _NBSP, b"\xad")  # that may have vanished
_CURLY: Final = {b"'": b"\x92", b'"': b"\x93"}  # what was made straight
# In a region, where nothing else stands so: the place of a byte that vanished, or what stands for one.
# The last one is of a letter whose first byte is garbled, too: ``ÃƒÂ`` of ``í``.
_LAST_GONE: Final = rb"(?<=\xc3[\x82\x83]\xc2)(?![\x80-\xbf ])"
_GONE: Final = re.compile(rb"(?<=[\xc2-\xdf])(?=\xc2[\xa0-\xbf])|%b" % _LAST_GONE)
# Of a dagger, or of a quotation mark where its last byte has no character.
_SPACED: Final = b"\xe2\x80 "
_LOST: Final = re.compile(rb"(?<=[\xc2-\xdf])[ ?'\"]|%b|%b" % (_SPACED, _GONE.pattern))
# Each alternative starts otherwise or has a fixed length, so matching is linear.
_REGION: Final = re.compile(
    rb"""(?:%b
          | [\xc2-\xdf][ ?'"](?=[\xc2-\xf4]) | (?<=[\x80-\xbf])[\xc5\xc6]['"]
          | (?<=[\xc2-\xdf][ ])\xc2[ ]
          | \xe2\x80[ ](?=[\xc2-\xf4])
          | [\xc2-\xdf](?=\xc2[\xa0-\xbf]) | \xc2%b
         )+"""
    % (utf8.SEQUENCE, _LAST_GONE.replace(b" ", rb"\x20")),
    re.VERBOSE,
)
_MAY_HAVE_LOST: Final = re.compile(
    """[\xc2-\xdf\u0410-\u044f](?:[ ?'"](?=[^\x00-\x7f])|(?=\xc2[\xa0-\xbf]))"""
    """|[ÅÆ]['"]|â[€\x80][ ]|Ã[‚ƒ\x82\x83]Â(?![^\x00-\x7f]|[ ])"""
)
_SAMPLE: Final = 12  # regions that choose the code pages
_LONG: Final = 200  # bytes of a region that is in no sample


class _Layers(NamedTuple):
    """The code pages that a text was read as, and the byte in place of which ``?`` stands."""

    above: str
    below: str
    mark: bytes


class _Region(NamedTuple):
    """A stretch that lost bytes: where it is, and its bytes, with the marks."""

    start: int
    end: int
    data: bytes


def find_edits(text: str, known: set[str], scale: Scale) -> list[Edit]:
    """Return what undoes the layer above where bytes were lost, sorted and disjoint.

    Args:
        text: the text.
        known: code pages that the text is known to have been damaged by; added to.
        scale: weighs words in the languages of the text.
    """
    if not _MAY_HAVE_LOST.search(text):
        return []
    best: _Layers | None = None
    most = 0.0
    for layers, regions in _candidates(text):
        price = CODEPAGE_BITS[layers.above] + CODEPAGE_BITS[layers.below] + LAYER_BITS + DAMAGE_BITS
        total = bits_saved(_edits(text, regions, layers, scale)) - price
        if total > most:
            best, most = layers, total
    if best is None:
        return []
    known.add(best.above)
    return _edits(text, _regions(text, best.above), best, scale, is_known=True)


def _candidates(text: str) -> Iterator[tuple[_Layers, list[_Region]]]:
    """Yield what may have happened to a text, and some regions to try it on."""
    for above in _ABOVE:
        regions = (region for region in _regions(text, above) if len(region.data) <= _LONG)
        sample = list(islice(regions, _SAMPLE))
        marks = _MARKED if any(b"?" in region.data for region in sample) else (_NBSP,)
        for below in _BELOW if sample else ():
            for mark in marks:
                yield _Layers(above, below, mark), sample


def _regions(text: str, codepage: str) -> Iterator[_Region]:
    data = singlebyte.encode_known(text, codepage)
    for match in _REGION.finditer(data):
        start, end = match.span()
        is_mark = text.count("?", start, end) == match.group().count(b"?")
        if is_mark and _LOST.search(match.group()):
            yield _Region(start, end, match.group())


def _edits(
    text: str, regions: Iterable[_Region], layers: _Layers, scale: Scale, *, is_known: bool = False
) -> list[Edit]:
    """Return the edits of regions: all that are well-formed where the layers are known, else words."""
    steps, code = recoding(layers.above)
    close = CloseScale(text, scale.hints)
    edits = []
    for region in regions:
        is_gone = len(region.data) <= _LONG and _GONE.search(region.data)
        marks = _ANY if is_gone else (layers.mark,)
        spaces = (_NBSP, b"\x9d") if _SPACED in region.data else (_NBSP,)
        readings = [
            _reading(region.data, layers._replace(mark=mark), space)
            for mark in marks
            for space in spaces
        ]
        if not any(readings):
            continue
        start, end = region.start, region.end
        left, right = window(text, start, start + 1)[0], window(text, end - 1, end)[1]
        before, after = text[left:start], text[end:right]
        words = [(each[0], f"{before}{each[1]}{after}") for each in readings if each]
        shown, word = min(
            words, key=lambda each: close.bits(each[1]) + sum(map(pictograph_bits, each[1]))
        )
        saved = scale.saved(text[left:right], word)
        is_sign = not any(map(str.isalnum, word))  # lines are drawn of some that no language has
        if (is_known and not re.search(_LAST_GONE, region.data)) or (
            saved > 0 and (is_sign or is_plausible(word, scale, SLACK_BITS))
        ):
            bits = max(saved, 1.0)
            edits.append(Edit(start, end, shown, steps, bits, guessed=True, code=code))
    return edits


def _reading(data: bytes, layers: _Layers, space: bytes) -> tuple[str, str] | None:
    """Return what some bytes are with one layer undone, and with all; None if there are no two."""
    stands_for = {b" ": _NBSP, **_CURLY}
    data = data.replace(_SPACED, _SPACED[:2] + space)
    restored = _LOST.sub(lambda lost: stands_for.get(lost.group(), layers.mark), data)
    try:
        one = restored.decode("utf-8")
        deepest = utf8.decode(one, layers.below)
    except UnicodeError:
        return None
    for _ in range(LAYERS_BELOW):
        with suppress(UnicodeError):
            deepest = utf8.decode(deepest, layers.below)
    return one, deepest
