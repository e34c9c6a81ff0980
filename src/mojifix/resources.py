"""Data files of the package, whether it is a folder or in a zip archive.

``importlib.resources`` reads them too, and takes as long to import as twenty modules of this package.
"""

from __future__ import annotations

import pkgutil


def read_bytes(package: str | None, name: str) -> bytes:
    """Return what is in a file of a package.

    Raises:
        FileNotFoundError: there is no such file.

    >>> read_bytes("mojifix", "schema.json")[:1]
    b'{'
    """
    data = pkgutil.get_data(package or "", name)
    if data is None:
        raise FileNotFoundError(f"{name} of {package}")
    return data


def read_text(package: str | None, name: str) -> str:
    """Return what is in a text file of a package."""
    return read_bytes(package, name).decode("utf-8")
