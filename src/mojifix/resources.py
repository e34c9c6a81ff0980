"""Data files of the package, whether it is a folder or in a zip archive.

``importlib.resources`` reads them too, and takes as long to import as twenty modules of this package.
"""

from __future__ import annotations

import io
import pkgutil
import sys
from functools import lru_cache
from os.path import dirname, join
from typing import BinaryIO


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


def open_binary(package: str | None, name: str) -> BinaryIO:
    """Open a file of a package, of which not all may be read.

    Raises:
        OSError: there is no such file.

    >>> with open_binary("mojifix", "schema.json") as file:
    ...     file.read(1)
    b'{'
    """
    try:
        return open(join(dirname(sys.modules[package or ""].__file__ or ""), name), "rb")
    except (FileNotFoundError, NotADirectoryError):  # in a zip archive
        return io.BytesIO(_in_archive(package, name))  # which takes long to unpack


_in_archive = lru_cache(maxsize=8)(read_bytes)


def read_text(package: str | None, name: str) -> str:
    """Return what is in a text file of a package."""
    return read_bytes(package, name).decode("utf-8")
