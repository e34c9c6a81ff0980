"""What the head of a document says about its own encoding and language.

HTML ``<meta>`` as in the HTML Standard's prescan (comments are skipped, UTF-16 means UTF-8), the
XML declaration (XML 1.0, appendix F), CSS ``@charset``, the coding cookie of PEP 263 and of Emacs
and Vim, the commands of LaTeX, Texinfo, POD and Vim scripts, the ``Content-Type`` line of mails and
message catalogs, and what the dictionaries of Hunspell and the hyphenation patterns of TeX and
OpenOffice begin with: ``SET`` and a label, or a label alone.

    >>> scan(b'<!-- <meta charset=x> --><meta charset="windows-1251"><html lang=ru>')
    Statement(label='windows-1251', by='meta', language='ru')
"""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

DeclaredBy = Literal["http", "meta", "xml", "cookie", "command", "header", "dictionary", "caller"]


class Statement(NamedTuple):
    """What a document says about itself.

    Attributes:
        label: of an encoding, as written; None where it names none.
        by: what names it; None where nothing does.
        language: BCP 47 tag of a ``lang`` attribute.
    """

    label: str | None
    by: DeclaredBy | None
    language: str | None


HEAD: Final = 4096  # bytes; browsers read 1024, but real pages declare later than that
_LABEL: Final = rb"[ \t]*[\"']?[ \t]*([A-Za-z0-9_.:+-]{2,40})"
_COMMENT: Final = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_XML: Final = re.compile(rb"\A\s{0,20}<\?xml[^>]{0,200}?\bencoding[ \t]*=" + _LABEL)
_META: Final = re.compile(rb"<meta[\s/]([^>]{0,400})>?", re.IGNORECASE)
_CHARSET: Final = re.compile(rb"\bcharset[\s]{0,9}=" + _LABEL, re.IGNORECASE)
_CSS: Final = re.compile(rb'\A@charset[ ]"([A-Za-z0-9_.:+-]{2,40})";')
# PEP 263: in a comment in one of the first two lines.
_COOKIE: Final = re.compile(
    rb"\A(?:[^\n]{0,300}\n)?[^\n]{0,9}[#;/%*][^\n]{0,200}?coding[:=]" + _LABEL
)
# The packages inputenc and inputenx of LaTeX; Texinfo, section "@documentencoding"; perlpod(1); Vim.
_COMMAND: Final = re.compile(
    rb"^(?:[ \t]{0,9}\\usepackage[ \t]{0,9}\[|(?:@documentencoding|=encoding|scriptencoding)[ \t]{1,9})"
    rb"([A-Za-z0-9_.:+-]{2,40})(?:\][ \t]{0,9}\{inputen[cx]\}|[ \t]{0,9}\r?$)",
    re.MULTILINE,
)
_OF_LATEX: Final = {"ansinew": "windows-1252", "applemac": "macintosh", "utf8x": "utf-8"}
_CONTENT_TYPE: Final = re.compile(
    rb"^\"?Content-Type:[ \t]{0,9}text/[a-z]{1,20};[ \t]{0,9}(?:\r?\n[ \t]{1,9})?charset=" + _LABEL,
    re.IGNORECASE | re.MULTILINE,
)
# hunspell(5): the option SET; hyphen(4): the first line.
_DICTIONARY: Final = re.compile(
    rb"(?:\A|^SET[ \t]{1,9})((?:ISO|KOI|UTF|CP|windows|microsoft)[A-Za-z0-9_-]{1,20})[ \t]{0,9}\r?$",
    re.IGNORECASE | re.MULTILINE,
)
_LANG: Final = re.compile(
    rb"<html[^>]{0,300}?\b(?:xml:)?lang[ \t]*=[ \t]*[\"']?([A-Za-z]{2,3}(?:-[A-Za-z]{2,8})?)",
    re.IGNORECASE,
)
# One of these is in every declaration, or the head begins with one of those. Looking for them takes a
# tenth of what the expressions do.
_TELLTALES: Final = (b"charset", b"coding", b"{inputen", b"<html", b"\nset ", b"\nset\t")
_BEGINNINGS: Final = (b"set", b"iso", b"koi", b"utf", b"cp", b"windows", b"microsoft")
_IN_TEXT: Final[tuple[tuple[re.Pattern[bytes], DeclaredBy], ...]] = (
    (_CSS, "cookie"),
    (_COOKIE, "cookie"),
    (_COMMAND, "command"),
    (_CONTENT_TYPE, "header"),
    (_DICTIONARY, "dictionary"),
)


def scan(data: bytes) -> Statement:
    """Return what the first ``HEAD`` bytes say."""
    head = data[:HEAD]
    lowered = head.lower()
    if not lowered.startswith(_BEGINNINGS) and not any(word in lowered for word in _TELLTALES):
        return Statement(None, None, None)
    language = found[1].decode("ascii") if (found := _LANG.search(head)) else None
    if found := _XML.search(head):
        return Statement(found[1].decode("ascii"), "xml", language)
    if b"<" in head:
        for meta in _META.finditer(_COMMENT.sub(b"", head)):
            if found := _CHARSET.search(meta[1]):
                return Statement(_as_html(found[1].decode("ascii")), "meta", language)
    for pattern, by in _IN_TEXT:
        if found := pattern.search(head):
            label = found[1].decode("ascii")
            return Statement(_OF_LATEX.get(label, label), by, language)
    return Statement(None, None, language)


def _as_html(label: str) -> str:
    """Apply the two corrections of the HTML Standard: what was read as ASCII is not UTF-16."""
    lowered = label.lower()
    if lowered.startswith(("utf-16", "utf16")):
        return "utf-8"
    return "windows-1252" if lowered == "x-user-defined" else label
