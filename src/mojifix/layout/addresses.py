"""Hosts of addresses, and which of them belong to one site.

>>> host_of("https://www.Soup.example:80/leeks"), site_of("news.soup.co.uk")
('soup.example', 'soup.co.uk')
"""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

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
