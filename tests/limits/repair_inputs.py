"""Texts made to hurt the repair: each a function that makes one of about the length asked for."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import compress
from typing import Final

from corpus_files import rows

from corpus.garbling import garble

Make = Callable[[int], str]

_SENTENCES: Final = {row["id"]: row["text"] for row in rows("sentences.jsonl")}
_IN_ASCII: Final = str.maketrans(dict.fromkeys("–—“”„«»’‘…№", "-"))


def _filled(*pieces: str) -> Make:
    """Return what makes a text of some pieces, over and over, each of them whole."""
    whole = "".join(pieces)
    return lambda length: whole * max(1, length // len(whole))


def _sentence(language: str) -> str:
    """Return a sentence of the corpus, without what the language's code pages lack."""
    return _SENTENCES[f"{language}-1"].translate(_IN_ASCII)


def _garbled(language: str, *chain: str) -> str:
    return garble(_sentence(language), chain) + " "


def _one_word(language: str, *chain: str) -> Make:
    return _filled("".join(_garbled(language, *chain).split()))


def _random(alphabet: str) -> Make:
    return lambda length: "".join(random.Random(7).choices(alphabet, k=length))


def _as_cp1252(alphabet: str, lost: float = 0.0) -> Make:
    """Return what makes the UTF-8 of random letters, read as cp1252, in which bytes are lost."""

    def make(length: int) -> str:
        data = _random(alphabet)(length).encode()
        kept = random.Random(7).choices((True, False), (1 - lost, lost), k=len(data))
        return bytes(compress(data, kept)).decode("cp1252", "ignore")[:length]

    return make


def _letters(first: int, last: int) -> str:
    return "".join(filter(str.isalpha, map(chr, range(first, last))))


def _deep(unit: str, layers: int) -> str:
    return garble(unit, ["utf-8 as latin-1"] * layers)


_MANY_SCRIPTS: Final = _letters(0xC0, 0x3200) + _letters(0x4E00, 0x5200) + 500 * " "
_BYTES_AS_CP1252: Final = bytes(range(0x80, 0x100)).decode("cp1252", "ignore")
_CHAINS: Final = {
    "cp1252": ("fr", "utf-8 as cp1252"),
    "cp1251": ("ru", "utf-8 as cp1251"),
    "cp437": ("de", "utf-8 as cp437"),
    "koi8-r": ("uk", "utf-8 as koi8-r"),
    "mac-roman": ("el", "utf-8 as mac-roman"),
    "cp866": ("hi", "utf-8 as cp866"),
    "gbk": ("ru", "utf-8 as gbk with ?"),
    "cp1251 as cp1252": ("ru", "cp1251 as cp1252"),
    "koi8-r as cp1251": ("ru", "koi8-r as cp1251"),
    "cp949": ("ko", "utf-8 as cp949 with ?"),
    "shift_jis as cp1252": ("ja", "cp932 as cp1252"),
}
_LINES: Final = [_garbled(*chain) for chain in _CHAINS.values()]

INPUTS: Final[dict[str, Make]] = {
    "ordinary": _filled("the IndiaтАУU.S. partnership, and much else that is said in plain words "),
    # one word without an end
    "joined words": _filled("ü_a/M³ller-"),
    "joined stops": lambda length: "gr÷▀ere" + "!." * (length // 2) + "a",
    **{f"one word of {name}": _one_word(*chain) for name, chain in _CHAINS.items()},
    **{f"garbled {name}": _filled(_garbled(*chain)) for name, chain in _CHAINS.items()},
    # pieces of sequences
    "lead bytes only": _filled("Ã"),
    "lead bytes and spaces": _filled("Ð "),
    "continuation bytes only": _filled("©"),
    "sequences cut short": _filled("â€ тА Ð "),
    "two layers without controls": _filled("ÃÂ©tÃÂ© "),
    "two layers without controls, one word": _filled("ÃÂ©tÃÂ"),
    "two layers that lost no-break spaces": _filled("Р СџР В°РЎР‚, "),
    "a dash that lost its last byte": _filled('it â€" x '),
    "a quotation of such ends": lambda length: '"' + "â€' " * (length // 4),
    "random beyond ASCII": _random("".join(map(chr, range(128, 2000)))),
    # scripts
    "scripts in turn": _filled("aяαا中あ한"),
    "scripts in turn, spaced": _filled("a я α ا 中 あ 한 "),
    "Latin and Cyrillic in one word": _filled("aя"),
    "capitals inside words": _filled("привЕтМир"),
    "Chinese": _filled(_sentence("zh-Hans")),
    "Japanese": _filled(_sentence("ja")),
    "Han without an end": _filled("鐢熸椿寰堢編濂"),
    "half-width kana": _filled("ｱｲｳﾃ"),
    # signs
    "box drawings": _filled("│ a │ é │\n├───┼───┤\n"),
    "one long rule": _filled("─"),
    "blocks": _filled("█▓▒░ "),
    "question marks": _filled("?"),
    "words with question marks": _filled("Gr??e aus M?nchen "),
    "a run of question marks behind such a word": lambda length: "M?nchen f?r dich " + "?" * length,
    "replacement characters": _filled("�"),
    "words with replacement characters": _filled("Gr��e aus M�nchen "),
    "emoji": _filled("😀"),
    "emoji with joiners": _filled("👩‍👩‍👧‍👦🏽"),
    "combining marks": _filled("e" + "́" * 30),
    "combining marks only": _filled("̈"),
    "no-break spaces": _filled("\xa0"),
    "garbled no-break spaces": _filled("Â\xa0"),
    "accents apart": _filled("a´e`i¨"),
    "controls": _filled("\x80\x99\x85"),
    "private use": _filled("\ue000\uf8ff "),
    "lone surrogates": _filled("\ud83d"),
    "surrogate pairs apart": _filled("\ud83d\ude00"),
    "surrogates the wrong way round": _filled("\ude00\ud83d "),
    "NUL after each letter": _filled("a\0"),
    "UTF-16 as Chinese": _filled("桔獩椠⁳整瑸"),
    # what is shown, and what is out of reach
    # As short as others, it would be passed by before lattices are made.
    "an example beside its repair": lambda length: "Ã© | é | " * (length // 4),
    "rows of examples": lambda length: "".join(f"Ã©{row}\té{row}\n" for row in range(length // 12)),
    "words of one cell beside their repair": lambda length: "é|" + "Ã© " * (length // 3),
    "quotes around nothing": lambda length: "\"'`|" * (length // 4) + "Ã©|é",
    "letters of no code page": _filled("रण “संवाद” – क\u200dष "),
    "lines of such letters without a blank": lambda length: "रणसंवाद\n" * (length // 8) + "र ",
    # what a pair may have made of a word
    "pieces of ASCII in one word": _filled("Ôàéëaab1"),
    "vowel points": _filled("שָׁלוֹם "),
    "an alphabet in a row": lambda length: "".join(chr(0x410 + at % 64) for at in range(length)),
    "capitals and small letters": lambda length: "".join(
        f"ÄÖÜ{word} äöü{word} " for word in range(length // 10)
    ),
    "private use of gbk": _filled("鏈\ue4c5€ "),
    # escapes
    "ampersands": _filled("&"),
    "entities": _filled("&eacute;"),
    "numbered entities": _filled("&#195;&#169;"),
    "nested entities": _filled("&" + "amp;" * 50 + "eacute; "),
    "endless nested entity": _filled("&amp;amp;amp;amp;"),
    "entities without an end": _filled("&eacute"),
    "backslash escapes": _filled("\\u00c3\\u00a9"),
    "backslash escapes of bytes": _filled("\\xc3\\xa9 "),
    "nested backslashes": _filled("\\"),
    "octal escapes": _filled("\\303\\251"),
    "bytes in angle brackets": _filled("<c3><a9>"),
    "code points in angle brackets": _filled("C<U+00E9> <U+00E9>"),
    "angle brackets without an end": _filled("<U+00<ed"),
    "half escapes": _filled("\\u00"),
    "percent escapes": _filled("%C3%A9"),
    "nested percent escapes": _filled("%" + "25" * 40 + "C3%A9 "),
    "quoted-printable": _filled("=C3=A9=\n"),
    "UTF-7": _filled("caf+AOk- "),
    "Base64": _filled("ZKH0OqDGcU+AgLV/3UcC+gC0LB0xrW+BzL\n"),
    "garbled entities": _filled("&Atilde;&copy;t&Atilde;&copy; "),
    # lines
    "line feeds": _filled("\n"),
    "line breaks of every kind": _filled("Ã©\r\nÃ¨\rÃ \n\x0bÃ¢\x0cÃª\x85Ã®\u2028Ã´\u2029"),
    "lines of one garbled letter": _filled("Ã©\n"),
    "one garbled line in many": _filled("The gate stays closed at night.\n" * 40, _LINES[1], "\n"),
    "clean lines of many languages": _filled(*(f"{text}\n" for text in _SENTENCES.values())),
    # letter case, layers
    "small letters, garbled": _filled(_garbled("pt", "utf-8 as cp1252").lower()),
    "capitals, garbled": _filled(_garbled("fr", "utf-8 as cp1252").upper()),
    "five layers": _filled(_deep("é", 5)),
    "five layers of words": _filled(_deep("élève à côté ", 5)),
    "layers of many code pages": _filled(
        garble("été ", ["utf-8 as cp1252", "utf-8 as cp1251", "utf-8 as cp437"])
    ),
    "what Latin-1 left of signs": _filled("itâs it, âsoâ "),
    "what Latin-1 left of signs, in one word": _filled("aâ"),
    "deep layers without controls": _filled("x ÃÂÃÂ©té "),
    "deep layers without an end": _filled("ÃÂ"),
    "nothing but spaces and one letter": lambda length: " " * length + "Ã©",
    "one garbled letter at the end": lambda length: "words and " * (length // 10) + "cafÃ©",
    "one garbled letter at the end of a word": lambda length: "a" * length + "Ã©",
    "one garbled letter after other letters": lambda length: "é" * length + "Ã©",
    "one garbled letter after Russian": lambda length: (
        f"{_sentence('ru')} " * (length // len(_sentence("ru"))) + "РґРѕРј"
    ),
}

# Text that shows signs of many code pages and scripts at once is searched under each of them: the
# longer it is, the more signs it shows, until all there are have been found.
MANIFOLD: Final[dict[str, Make]] = {
    "many chains in one line": _filled(*_LINES),
    "lines of many chains": _filled(*(f"{line}\n" for line in _LINES)),
    "many chains in one word": _filled("".join("".join(_LINES).split())),
    "lead bytes of many pages": _random("ÃÂâРСтрЁ╨╤├┬ΓО"),
    "random pieces of sequences": _random("ÃÂâÐÑ€™©¡³° \xa0\x80\x9f"),
    "random pieces of Cyrillic sequences": _random("РСвЂ™њљЃ°µ ©\xa0"),
    "random boxes": _random("╨╤├┬Γ░▒▓│┤ "),
    "random high Latin-1": _random("".join(map(chr, range(128, 256)))),
    "short lines of many chains": _filled(*(f"{line[:12]}\r\n" for line in _LINES)),
}

# Text that is none: lead bytes of a code page in places, and nothing to be found behind them.
NOISE: Final[dict[str, Make]] = {
    "words of Thai letters": _random(_letters(0x0E01, 0x0E5C) + 10 * " "),
    "bytes as cp1252": _random(_BYTES_AS_CP1252),
    "bytes as cp1252, spaced": _random(_BYTES_AS_CP1252 + 20 * " "),
    "many scripts as cp1252": _as_cp1252(_MANY_SCRIPTS),
    "many scripts as cp1252, bytes lost": _as_cp1252(_MANY_SCRIPTS, lost=0.1),
    "losses in Thai": _random(_letters(0x0E01, 0x0E31) + 8 * "\ufffd" + 8 * " "),
    "losses in Han": _random(_letters(0x4E00, 0x4F00) + 40 * "\ufffd" + 40 * " "),
}
