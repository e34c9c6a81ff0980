"""Bytes to text: the right decoding at any length, with evidence.

>>> from mojifix.decoding import decode, detect
>>> decoded = decode("Съешь ещё этих мягких булок".encode("cp1251"))
>>> decoded.text, decoded.source.encoding
('Съешь ещё этих мягких булок', 'cp1251')
>>> detect("日本語の文章です。".encode("euc_jp"))[0].encoding
'euc_jp'
"""

from mojifix.decoding.decoding import decode, detect
from mojifix.decoding.incremental import IncrementalDecoder

__all__ = ["IncrementalDecoder", "decode", "detect"]
