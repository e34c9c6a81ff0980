"""Names of encodings: what a label in a header or a page means, and which codec decodes it.

The labels are those of the WHATWG Encoding Standard, section 4.2, with the meanings that browsers
give them (``latin1`` is windows-1252), then the names and aliases of Python's codecs.
``labels.json`` is made by ``training/make_labels.py``.

    >>> codec_of(" ISO-8859-1 "), codec_of("gb2312"), codec_of("cp037"), codec_of("no such thing")
    ('cp1252', 'gb18030', 'cp037', None)
"""

from __future__ import annotations

import codecs
import json
from encodings.aliases import aliases
from functools import cache, lru_cache
from typing import Final, TypedDict

from mojifix import resources
from mojifix.codepages import singlebyte, supplementary, vni

_LONGEST: Final = 40  # characters; the longest label of the standard has 19, of Python's aliases 23
_WHITESPACE: Final = "\t\n\f\r "  # ASCII whitespace as the standard defines it
# Python codecs that are no character encodings, or that would let data choose what is executed.
_NOT_TEXT: Final = frozenset(
    ("base64_codec", "bz2_codec", "hex_codec", "quopri_codec", "rot_13", "uu_codec", "zlib_codec",
     "mbcs", "oem", "idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape")
)  # fmt: skip
# Python codecs that aliases.py does not name.
_UNALIASED: Final = (
    "cp1006", "cp720", "cp737", "cp856", "cp874", "cp875", "koi8_t", "koi8_u", "mac_arabic",
    "mac_croatian", "mac_farsi", "mac_romanian", "utf_8_sig",
)  # fmt: skip


class _File(TypedDict):
    labels: dict[str, str]  # the standard's name for each of its labels
    codecs: dict[str, str]  # the codec for each of the standard's names
    refused: dict[str, str]  # the codec for labels of data that browsers refuse to decode


@cache
def _file() -> _File:
    content: _File = json.loads(resources.read_bytes(__package__, "labels.json"))
    return content


@cache
def _python_names() -> frozenset[str]:
    known = {*aliases, *aliases.values(), *_UNALIASED}
    known |= {name.replace("-", "_") for name in singlebyte.CODEPAGES}
    return frozenset(known - _NOT_TEXT - {a for a, name in aliases.items() if name in _NOT_TEXT})


@lru_cache(maxsize=256)
def codec_of(label: str) -> str | None:
    """Return the codec that a label stands for, in Python's spelling; None for no known label.

    Labels come from untrusted pages, so a name is looked up among Python's codecs only after it
    was found in a fixed list: ``codecs.lookup`` imports modules and remembers every miss.
    """
    name = label.strip(_WHITESPACE).lower()
    if len(name) > _LONGEST:
        return None
    content = _file()
    standard = content["labels"].get(name)
    if standard is not None and standard != "replacement":
        return content["codecs"][standard]
    if name in content["refused"]:
        return content["refused"][name]
    if name in supplementary.NAMES or name == vni.NAME:
        return name
    plain = name.replace("-", "_").replace(" ", "_").replace(":", "_").replace(".", "_")
    if plain not in _python_names():
        return None
    codec = codecs.lookup(plain).name
    return _AS_BROWSERS_DO.get(codec, codec)


# A subset under Python's own name is still decoded with its superset.
_AS_BROWSERS_DO: Final = {
    "utf-8-sig": "utf-8", "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949",
    "tis-620": "cp874", "iso8859-11": "cp874", "big5": "big5hkscs",
}  # fmt: skip
