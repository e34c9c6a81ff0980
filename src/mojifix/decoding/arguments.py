"""Checks of what callers pass, shared by the public functions; bad arguments raise at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from mojifix.decoding.signs import prescan
from mojifix.decoding.signs.declared import Declaration, declared_codec
from mojifix.decoding.signs.prescan import DeclaredBy
from mojifix.language import model_tags
from mojifix.options import language_tags


def checked_bytes(data: bytes) -> bytes:
    """Return the data as bytes.

    Raises:
        TypeError: it is something else.
    """
    if isinstance(data, (bytearray, memoryview)):
        return bytes(data)
    if not isinstance(data, bytes):
        raise TypeError(
            f"mojifix decodes bytes, not {type(data).__name__}; a str is decoded already"
        )
    return data


def checked_languages(languages: Sequence[str] | None) -> frozenset[str]:
    """Return the languages of the model that are meant.

    Raises:
        TypeError: they are one str, or something else.
        ValueError: one is no BCP 47 tag.
    """
    return model_tags(language_tags("languages", () if languages is None else languages))


def declaration_of(
    data: bytes, declared: str | None, declared_by: DeclaredBy | None
) -> tuple[Declaration | None, str | None, frozenset[str]]:
    """Return the declaration to reckon with, its label, and the languages that the page names.

    Raises:
        TypeError: ``declared`` is no str.
        ValueError: ``declared_by`` is unknown.
    """
    if declared_by is not None and declared_by not in get_args(DeclaredBy):
        choices = ", ".join(get_args(DeclaredBy))
        raise ValueError(f"declared_by is {declared_by!r}; choose one of {choices}")
    if declared is not None and not isinstance(declared, str):
        raise TypeError(f"declared takes a label such as 'utf-8', not {type(declared).__name__}")
    statement = prescan.scan(data)
    label, by = (declared, declared_by or "caller") if declared else (statement.label, statement.by)
    named = model_tags([statement.language] if statement.language else [])
    if label is None or by is None:
        return None, None, named
    return declared_codec(label, by), label, named
