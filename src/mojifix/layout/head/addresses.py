"""Hosts of addresses, and which of them belong to one site.

>>> host_of("https://www.Soup.example:80/leeks"), site_of("news.soup.co.uk")
('soup.example', 'soup.co.uk')
"""

from __future__ import annotations

from mimetypes import MimeTypes
from typing import Final
from urllib.parse import urlsplit

_TYPES: Final = MimeTypes()  # as Python knows them, not the machine
_PAGES: Final = frozenset(("text/html", "application/xhtml+xml"))
# Under these and the two letters of a country names are registered in many countries.
_REGISTRIES: Final = frozenset((
    "com", "org", "net", "gov", "gob", "gouv", "govt", "edu", "mil", "co", "or", "ne", "go", "ac",
))  # fmt: skip


def host_of(address: str | None) -> str:
    """Return the host of an address without ``www.`` and the port, in lower case; "" for none.

    An address that cannot be read is returned as it is: that is no host of any site.

    >>> host_of("/leeks"), host_of(None), host_of("http://[bad")
    ('', '', 'http://[bad')
    """
    try:
        return (urlsplit(address or "").hostname or "").removeprefix("www.")
    except ValueError:
        return address or ""


def site_of(host: str) -> str:
    """Return the part of a host that somebody has registered; shops of a platform share one.

    >>> site_of("a.b.soup.example"), site_of("soup.com.cn"), site_of("ent.soup.cn"), site_of("")
    ('soup.example', 'soup.com.cn', 'soup.cn', '')
    """
    *_, second, top = labels = ["", *host.split(".")]
    is_national = len(top) == 2 and second in _REGISTRIES
    return ".".join(labels[-3 if is_national else -2 :]).lstrip(".")


def is_file(address: str) -> bool:
    """Tell whether an address names a file to download and no page, by its ending.

    >>> is_file("/files/soup.zip?v=2"), is_file("/soup.html"), is_file("/soup.php"), is_file("http://[bad")
    (True, False, False, False)
    """
    try:
        path = urlsplit(address).path
    except ValueError:
        return False
    kind, _ = _TYPES.guess_type(path)
    return kind is not None and kind not in _PAGES
