"""Multi-byte codecs of East Asia: what a sample costs in each that reads it.

>>> score(("日本語の文章です。".encode("cp932"),))[0].codec
'cp932'
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import attrgetter
from typing import Final
from unicodedata import normalize

from mojifix.decoding.scoring import prose
from mojifix.decoding.scoring.scored import Scored
from mojifix.decoding.usage import MULTIBYTE, MultibyteUsage
from mojifix.language.model import UNITS_PER_BIT, Group, load_group
from mojifix.language.score import pair_codes

# Kana of half the width are read as the others are, which the model knows.
_HALF_WIDTH: Final = re.compile("(?<![A-Za-zｦ-ﾟ])(?:[ｦ-ﾝ][ﾞﾟ]?)++(?![A-Za-z])")
_ASCII: Final = re.compile(r"[\x00-\x7f]{2,}")
_ILL_FORMED_BITS: Final = 20.0  # what a byte that is in no character costs
# A reading whose head costs so many times what that of another does is the wrong one. Of 18,632 pieces
# no answer moves.
_HEAD: Final = 64  # characters
_HOPELESS: Final = 1.5
_MOST_ILL_FORMED: Final = 0.03  # of the bytes, beside one a piece, which may end within a character


def score(pieces: tuple[bytes, ...]) -> list[Scored]:
    """Return the readings of a sample whose heads are not hopeless, cheapest first."""
    texts = {codec: decode_pieces(pieces, codec) for codec in {u.codec for u in MULTIBYTE}}
    whole = [(usage, *decoded) for usage in MULTIBYTE if (decoded := texts[usage.codec])]
    rows = _rows((usage, text[:_HEAD], ill_formed) for usage, text, ill_formed in whole)
    if any(len(text) > _HEAD for _, text, _ in whole):
        most = _HOPELESS * min(row.own_bits for row in rows) + _ILL_FORMED_BITS
        rows = _rows(read for read, row in zip(whole, rows, strict=True) if row.own_bits <= most)
    return sorted(rows, key=attrgetter("bits"))


def _rows(texts: Iterable[tuple[MultibyteUsage, str, int]]) -> list[Scored]:
    rows = []
    for usage, text, ill_formed in texts:
        group = load_group(usage.group)
        bits = high_bits(group, text) + _ILL_FORMED_BITS * ill_formed
        rows.append(Scored(bits + usage.prior, usage.codec, group.languages[0], bits))
    return rows


def decode_pieces(pieces: tuple[bytes, ...], codec: str) -> tuple[str, int] | None:
    """Return the text of pieces without what is ill-formed and how often that is; None if often."""
    parts, ill_formed = [], 0
    most = len(pieces) + int(_MOST_ILL_FORMED * sum(map(len, pieces)))
    for piece in pieces:
        try:
            parts.append(piece.decode(codec))
        except UnicodeDecodeError:
            parts.append(piece.decode(codec, "ignore"))
            ill_formed += len(piece.decode(codec, "replace")) - len(parts[-1])
            if ill_formed > most:
                return None
    text = " ".join(parts)
    return None if ill_formed and text.isascii() else (text, ill_formed)


def high_bits(group: Group, text: str) -> float:
    """Return what the pairs with a character beyond ASCII cost in the first language of a group."""
    full = _HALF_WIDTH.sub(lambda kana: normalize("NFKC", kana[0]), text)
    padded = f" {full} "
    symbols = group.alphabet.encode(padded).translate(prose.symbols(group.alphabet))
    cost_of = group.tables[0].__getitem__
    units = sum(map(cost_of, pair_codes(symbols)))
    for found in _ASCII.finditer(padded):
        units -= sum(map(cost_of, pair_codes(symbols[found.start() : found.end()])))
    return units / UNITS_PER_BIT
