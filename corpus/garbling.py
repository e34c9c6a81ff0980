"""Damage text the way other software does, one named step at a time.

A chain is a list of steps, applied in order. A step is one of

* ``"utf-8 as cp866"``: the bytes of the first codec read as the second. A byte that the second
  leaves undefined becomes the control of the same number, as in WHATWG decoders; with
  ``"utf-8 as gbk with ?"`` it becomes ``?`` (likewise ``・`` and ``U+FFFD``), with
  ``"… with nothing"`` it is lost; ``windows-936`` is gbk as Windows has it, with ``?`` for a pair that
  it lacks and characters of private use for those that it leaves to users;
* the name of one of ``CHANGES``, such as ``"no-break spaces to spaces"``;
* either, followed by ``" @ "`` and a piece of the text: only that piece is damaged.

    >>> garble("“café”", ["utf-8 as cp866"])
    'тАЬcaf├йтАЭ'
    >>> garble("“café”", ["utf-8 as cp1252 @ é"])
    '“cafÃ©”'
"""

from __future__ import annotations

import html.entities
import re
import urllib.parse
from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Final
from unicodedata import normalize

_SINGLE_BYTE: Final = re.compile(
    r"cp(?:437|[78]\d\d|1125|125\d) | iso8859-\d+ | latin-1 | koi8-[ru] | mac-(?:roman|cyrillic)",
    re.VERBOSE,
)

_FLAT_QUOTES: Final = str.maketrans(dict(zip("‘’‚“”„…", [*"'''\"\"\"", "..."], strict=True)))


def garble(text: str, chain: Sequence[str]) -> str:
    """Apply the steps of a chain in order.

    Raises:
        UnicodeError: a step cannot be done without losing characters; say ``with ?``.
        ValueError: a step is unknown, or the piece it names does not occur.
    """
    for step in chain:
        name, at, piece = step.partition(" @ ")
        change = _change(name)
        if not at:
            text = change(text)
        elif piece in text:
            text = text.replace(piece, change(piece))
        else:
            raise ValueError(f"{piece!r} does not occur in {text!r}; name a piece that does")
    return text


def read_as(text: str, true: str, wrong: str, lost: str | None = None) -> str:
    """Read the bytes of ``text`` in the codec ``true`` as if they were in ``wrong``.

    Args:
        text: what was written.
        true: codec it was written in.
        wrong: codec it was read in.
        lost: what stands for an undecodable byte; None for the control of the same number, which
            only a single-byte code page allows.
    """
    raw = text.encode(true, "surrogatepass" if true == "utf-8" else "strict")
    if _SINGLE_BYTE.fullmatch(wrong):
        table = _table(wrong)
        return "".join((table[byte] or (chr(byte) if lost is None else lost)) for byte in raw)
    if wrong == "windows-936":
        return _windows_936(raw)
    if lost is None:
        return raw.decode(wrong)
    return raw.decode(wrong, "replace").replace("\ufffd", lost)


def _windows_936(raw: bytes) -> str:
    chars = re.findall(rb"[\x00-\x7f]|\x80|[\x81-\xff][\x00-\xff]?", raw)
    return "".join(map(_character_936, chars))


def _character_936(raw: bytes) -> str:
    try:
        return "€" if raw == b"\x80" else raw.decode("gb18030")
    except UnicodeDecodeError:
        return "?"


@cache
def _table(codec: str) -> tuple[str, ...]:
    """Return the character of each byte, empty where the code page has none."""
    return tuple(bytes([byte]).decode(codec, "ignore") for byte in range(256))


def _change(name: str) -> Callable[[str], str]:
    if name in CHANGES:
        return CHANGES[name]
    match = re.fullmatch(r"(\S+) as (\S+?)(?: with (\S+))?", name)
    if match is None:
        raise ValueError(f"{name!r} is no step; write 'utf-8 as cp866' or one of {sorted(CHANGES)}")
    true, wrong, lost = match.groups()
    lost = {"U+FFFD": "\ufffd", "nothing": ""}.get(lost, lost)
    return lambda text: read_as(text, true, wrong, lost)


def _tokenized(text: str) -> str:
    """Put a space around each sign, as tokenizers of corpora do."""
    return " ".join(re.sub(r"([^\w\s])", r" \1 ", text).split())


def _json_escape(char: str) -> str:
    """Write a character as JSON does; above U+FFFF that is two surrogates."""
    return re.sub("(....)", r"\\u\1", char.encode("utf-16-be").hex())


def _named_entity(char: str) -> str:
    name = html.entities.codepoint2name.get(ord(char))
    return f"&{name};" if name else f"&#{ord(char)};"


def _beyond_ascii(escape: Callable[[str], str]) -> Callable[[str], str]:
    """Make a change that escapes every character outside ASCII."""
    return lambda text: re.sub(r"[^\x00-\x7f]", lambda match: escape(match[0]), text)


def _in_bytes(form: str) -> Callable[[str], str]:
    """Make a change that writes every byte of UTF-8 outside ASCII in a form."""
    return _beyond_ascii(lambda char: "".join(map(form.format, char.encode())))


def _percent(text: str) -> str:
    return urllib.parse.quote(text, safe=" !\"'()*,./:;?-_")


def _quoted_printable(text: str) -> str:
    return _in_bytes("={:02X}")(text.replace("=", "=3D"))


def _printed_by_r(char: str) -> str:
    return f"<U+{ord(char):04X}>" if char < "\U00010000" else f"<U+{ord(char):08X}>"


def _surrogates(text: str) -> str:
    """Split characters above U+FFFF into their UTF-16 halves, as in CESU-8."""
    return re.sub(
        r"[\U00010000-\U0010ffff]",
        lambda match: "".join(
            chr(int(half, 16)) for half in re.findall("....", match[0].encode("utf-16-be").hex())
        ),
        text,
    )


CHANGES: Final[dict[str, Callable[[str], str]]] = {
    "no-break spaces to spaces": lambda text: text.replace("\xa0", " "),
    "no-break spaces collapsed": lambda text: re.sub(" +", " ", text.replace("\xa0", " ")),
    "no-break spaces dropped": lambda text: text.replace("\xa0", ""),
    "tokenized": _tokenized,
    "soft hyphens dropped": lambda text: text.replace("\xad", ""),
    "soft hyphens to hyphens": lambda text: text.replace("\xad", "-"),
    "C1 controls dropped": lambda text: re.sub(r"[\x80-\x9f]", "", text),
    "C1 controls to ?": lambda text: re.sub(r"[\x80-\x9f]", "?", text),
    "quotes flattened": lambda text: text.translate(_FLAT_QUOTES),
    **{f"normalized to {form}": partial(normalize, form) for form in ("NFKC", "NFD", "NFKD")},
    "accents stripped": lambda text: "".join(normalize("NFD", char)[0] for char in text),
    "trimmed": str.strip,
    "lower-cased": str.lower,
    "upper-cased": str.upper,
    "title-cased": str.title,
    "as JSON escapes": _beyond_ascii(_json_escape),
    "as named entities": _beyond_ascii(_named_entity),
    "as numeric entities": _beyond_ascii(lambda char: f"&#{ord(char)};"),
    "as hexadecimal entities": _beyond_ascii(lambda char: f"&#x{ord(char):X};"),
    "ampersands escaped": lambda text: text.replace("&", "&amp;"),
    "percent-encoded": _percent,
    "quoted-printable": _quoted_printable,
    "as Python bytes": _in_bytes("\\x{:02x}"),
    "as octal escapes": _in_bytes("\\{:03o}"),
    "in angle brackets": _in_bytes("<{:02x}>"),
    "printed by less": _in_bytes("<{:02X}>"),
    "printed by R": _beyond_ascii(_printed_by_r),
    "split into surrogates": _surrogates,
}
