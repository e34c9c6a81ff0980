"""The body of a message: of a saved page (MHTML) the page, of mail what its reader sees."""

from __future__ import annotations

import re
from binascii import Error, a2b_base64
from dataclasses import dataclass, field
from email.header import decode_header, make_header
from email.utils import parseaddr, parsedate_to_datetime
from quopri import decodestring
from typing import Final

from mojifix.layout.html.tag_stripping import strip_tags
from mojifix.options import Kind
from mojifix.records import Meta

# Of a head, in bytes; parts within parts, of which each is searched once more.
HEAD_LIMIT: Final = 65_536
MOST_NESTED: Final = 8
# A header, its value over several lines.
_HEADER: Final = re.compile(
    rb"([!-9;-~]{1,80}):[ \t]*([^\r\n]*+(?:\r?\n[ \t][^\r\n]*+)*+)(?:\r?\n|\Z)"
)
_END_OF_HEAD: Final = re.compile(rb"[ \t]*\r?\n")
_BOUNDARY: Final = re.compile(r"""boundary\s?=\s?(?:"([^"]{1,200})"|([^\s;"]{1,200}))""", re.I)
_CHARSET: Final = re.compile(r"""charset\s?=\s?["']?([\w:.-]{1,40})""", re.I)
_MIXED: Final = "multipart/mixed"
_BASE64: Final = re.compile(rb"[A-Za-z0-9+/]+")
_KINDS: Final[dict[str, Kind]] = {
    "text/html": "html", "application/xhtml+xml": "html", "text/plain": "plain",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Body:
    """What of a message is read.

    Attributes:
        data: its bytes, decoded from what carried them.
        kind: ``"html"`` or ``"plain"``.
        charset: the label that came with it.
        meta: what the head of the message says.
        others: the types of the parts that are not read.
    """

    data: bytes
    kind: Kind
    charset: str | None = None
    meta: Meta = field(default_factory=Meta)
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    headers: dict[str, str]
    data: bytes
    type: str
    within: str


def body_of(message: bytes | str) -> Body | None:
    r"""Return the body of a message, None where it is none or holds no text.

    >>> head = b"Subject: Soup\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n"
    >>> body_of(head + b"Content-Transfer-Encoding: quoted-printable\n\n<p>S=C3=A4ure</p>").charset
    'utf-8'
    """
    if not message[:1].isalpha():
        return None
    if isinstance(message, str):
        message = message.encode("utf-8", "surrogatepass")
    head, data = _head(message)
    if not ("mime-version" in head and "content-type" in head):
        return None
    parts = _parts(head, data, MOST_NESTED)
    shown = [part for part in parts if _is_shown(part)]
    if not shown:
        return None
    part = _read_first(shown)
    read = [other for other in shown if other is part or _goes_on(part, other)]
    known = set(map(id, read))
    return Body(
        data=b"\n\n".join(
            _carried(other) if other.type == part.type else _without_tags(other) for other in read
        ),
        kind=_KINDS[part.type],
        charset=_charset(part),
        meta=_meta(head),
        others=tuple(other.type for other in parts if id(other) not in known),
    )


def _is_shown(part: _Part) -> bool:
    is_attached = part.headers.get("content-disposition", "").lower().startswith("att")
    return part.type in _KINDS and not is_attached and bool(part.data.strip())


def _read_first(shown: list[_Part]) -> _Part:
    """Return the first part in HTML, unless it only follows a text, as footers of lists do."""
    first = {part.type: part for part in reversed(shown)}
    html, text = first.get("text/html", shown[0]), first.get("text/plain", shown[0])
    return text if html.within == text.within == _MIXED else html


def _without_tags(part: _Part) -> bytes:
    text = _carried(part).decode("utf-8", "surrogateescape")
    return "\n".join(strip_tags(text)).encode("utf-8", "surrogateescape")


def _goes_on(part: _Part, other: _Part) -> bool:
    """Tell whether two parts are one text, which programs for mail cut at each picture in it."""
    charsets = (_charset(part), "us-ascii", None)
    return part.within == other.within == _MIXED and _charset(other) in charsets


def _charset(part: _Part) -> str | None:
    found = _CHARSET.search(part.headers.get("content-type", ""))
    return found[1].lower() if found else None


def _head(data: bytes) -> tuple[dict[str, str], bytes]:
    """Return the headers by their names, of each the first, and what follows them."""
    found: dict[str, str] = {}
    at = 0
    while at < HEAD_LIMIT and (header := _HEADER.match(data, at)):
        value = " ".join(header[2].decode("utf-8", "replace").split())
        found.setdefault(header[1].decode("ascii").lower(), value)
        at = header.end()
    end = _END_OF_HEAD.match(data, at)
    return found, data[end.end() if end else at :]


def _parts(head: dict[str, str], data: bytes, depth: int, within: str = "") -> list[_Part]:
    """Return the parts of a message that have none themselves."""
    said = head.get("content-type", "text/plain")
    kind = said.partition(";")[0].strip().lower()
    boundary = _BOUNDARY.search(said) if kind.startswith("multipart/") and depth else None
    if boundary is None:
        return [_Part(head, data, kind, within)]
    line = re.escape((boundary[1] or boundary[2]).encode("utf-8"))
    whole, *_ = re.split(rb"(?:^|\n)--" + line + rb"--", data, maxsplit=1)
    _, *pieces = re.split(rb"(?:\A|\r?\n)--" + line + rb"[ \t]*\r?\n", whole)
    return [part for piece in pieces for part in _parts(*_head(piece), depth - 1, kind)]


def _carried(part: _Part) -> bytes:
    encoding = part.headers.get("content-transfer-encoding", "").lower()
    if encoding == "quoted-printable":
        return decodestring(part.data)
    if encoding == "base64":
        try:
            return a2b_base64(part.data)
        except Error:  # cut off within a character
            digits = b"".join(_BASE64.findall(part.data))
            return a2b_base64(digits[: len(digits) // 4 * 4])
    return part.data


def _meta(head: dict[str, str]) -> Meta:
    """Return what the head of a mail says; that of a saved page tells who saved it and when."""
    title = _decoded(head.get("subject", "")) or None
    if "message-id" not in head:
        return Meta(title=title, url=head.get("snapshot-content-location"))
    name, address = parseaddr(_decoded(head.get("from", "")))
    try:
        date = parsedate_to_datetime(head.get("date", "")).date().isoformat()
    except ValueError:
        date = None
    author = name or address
    return Meta(title=title, authors=(author,) if author else (), date=date)


def _decoded(value: str) -> str:
    try:
        return " ".join(str(make_header(decode_header(value))).split())
    except (ValueError, LookupError):  # of a charset or a word that is none
        return value
