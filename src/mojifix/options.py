"""What a caller may choose. Frozen, checked when made, and passed down whole.

>>> Options(profile="tidy", languages=("mr", "en")).profile
'tidy'
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from mojifix.codepages import supplementary

Profile = Literal["default", "tidy"]
Preference = Literal["balanced", "precision", "recall"]
Kind = Literal["auto", "html", "flat", "plain"]

# What a BCP 47 tag begins with (RFC 5646, 2.2.1); a language's name, as "russian", is longer.
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?![A-Za-z0-9])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds on the work done for one input. What exceeds one is noted on the result.

    Attributes:
        max_bytes: longest input in bytes that ``clean`` decodes.
        max_layers: most layers of mojibake undone in one place.
        max_entity_layers: most layers of HTML entities undone in one place.
        max_depth: deepest nesting of elements given to the HTML parser.
        max_formatting: most formatting elements (``<b>``, ``<i>`` …) open at once.
        max_attributes: most attributes on one tag.
        max_nodes: most nodes of one page.
    """

    max_bytes: int = 256 * 2**20
    max_layers: int = 6
    max_entity_layers: int = 4
    max_depth: int = 512
    max_formatting: int = 64
    max_attributes: int = 256
    max_nodes: int = 500_000

    def __post_init__(self) -> None:
        for name in self.__slots__:
            value = getattr(self, name)
            if not isinstance(value, int) or value < 1:
                raise ValueError(f"Limits.{name} is {value!r}; give a whole number of at least 1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to repair and clean.

    Attributes:
        languages: BCP 47 tags of the languages to expect; a hint, never a filter. One that the
            model does not know means nothing.
        codepages: codecs that the text was probably written in, or wrongly read with, as
            ``("cp866",)``; a hint, which lowers the evidence that a repair needs.
        profile: ``"default"`` undoes encoding damage and touches nothing else; ``"tidy"`` adds
            ftfy's cosmetic fixes (quotes, ligatures, widths, line breaks, NFC).
        min_probability: do not make repairs that are less sure than this, 0..1; report the runs
            as damage. At 0 even runs with guessed characters are repaired, which is usually nearer
            to the original than the garbled run.
        unescape: undo ``\\u00e9``, ``\\u{e9}``, ``\\303\\251``, ``%C3%A9``, ``%u00E9``, ``=C3=A9``,
            ``<c3><a9>``, ``<U+00E9>`` and ``&eacute;`` everywhere, not only where the result is
            garbled text, or they are bytes of UTF-8, or as R prints them, in words of prose; escapes
            of ASCII, as ``&lt;`` and ``%20``, always stay.
        kind: ``"html"``; ``"flat"``, a web page whose HTML is gone; ``"plain"``, text that is not
            a web page; or ``"auto"``.
        comments: keep readers' comments. Turning off ``comments``, ``tables`` or ``grids`` moves
            blocks from what is kept to what is removed, and changes nothing else.
        tables: keep tables, including those that only lay out a page; HTML only.
        links: give blocks their links, which Markdown shows except in tables and code; of HTML and
            of pages in Markdown.
        grids: keep grids of cards (the entries of listings and shops) as content; HTML only.
        prefer: ``"precision"`` keeps less, ``"recall"`` more, ``"balanced"`` what is expected to
            give the best word F1.
        limits: bounds on the work.
    """

    languages: tuple[str, ...] = ()
    codepages: tuple[str, ...] = ()
    profile: Profile = "default"
    min_probability: float = 0.0
    unescape: bool = False
    kind: Kind = "auto"
    comments: bool = True
    tables: bool = True
    links: bool = False
    grids: bool = True
    prefer: Preference = "balanced"
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        for name, choices in (
            ("profile", get_args(Profile)),
            ("kind", get_args(Kind)),
            ("prefer", get_args(Preference)),
        ):
            if getattr(self, name) not in choices:
                raise ValueError(
                    f"Options.{name} is {getattr(self, name)!r}; choose one of {', '.join(choices)}"
                )
        for name in ("unescape", "comments", "tables", "links", "grids"):
            if not isinstance(getattr(self, name), bool):
                raise TypeError(f"Options.{name} is {getattr(self, name)!r}; give True or False")
        is_number = isinstance(self.min_probability, int | float)
        if not is_number or not 0.0 <= self.min_probability <= 1.0:
            raise ValueError(
                f"Options.min_probability is {self.min_probability!r}; give a number from 0 to 1"
            )
        object.__setattr__(self, "languages", language_tags("Options.languages", self.languages))
        codepages = _names("Options.codepages", self.codepages)
        object.__setattr__(self, "codepages", tuple(map(_codec, codepages)))
        if not isinstance(self.limits, Limits):
            raise TypeError("Options.limits takes a Limits(...)")


def language_tags(argument: str, value: object) -> tuple[str, ...]:
    """Return what a caller passed as the tags of languages.

    Raises:
        TypeError: they are no sequence of str.
        ValueError: one is no tag.

    >>> language_tags("languages", ["pt-BR", "russian"])
    Traceback (most recent call last):
    ValueError: languages names 'russian', which is no BCP 47 tag; give tags such as 'ru' or 'pt-BR'
    """
    tags = _names(argument, value)
    for tag in tags:
        if _LANGUAGE.match(tag) is None:
            raise ValueError(
                f"{argument} names {tag!r}, which is no BCP 47 tag; give tags such as 'ru' or 'pt-BR'"
            )
    return tags


def _names(argument: str, value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        raise TypeError(f"{argument} takes a tuple of str, as ({value!r},)")
    names = tuple(value) if isinstance(value, Iterable) else (None,)
    if not all(isinstance(name, str) for name in names):
        raise TypeError(f"{argument} takes a tuple of str, not {value!r}")
    return names


def _codec(name: str) -> str:
    """Return Python's name of a codec, but for Latin-1, which it calls iso8859-1."""
    if name in supplementary.NAMES:
        return name
    try:
        "".encode(name)  # fails for codecs of bytes, such as base64
    except (LookupError, UnicodeError):
        raise ValueError(
            f"Options.codepages names {name!r}, which is no codec of text; give names such as 'cp1252'"
        ) from None
    canonical = codecs.lookup(name).name
    return "latin-1" if canonical == "iso8859-1" else canonical


DEFAULT: Final = Options()


def chosen(options: Options | None) -> Options:
    """Return the options that a caller passed, or the defaults.

    Raises:
        TypeError: it is something else, such as a dictionary.

    >>> chosen({"profile": "tidy"})
    Traceback (most recent call last):
    TypeError: options takes an Options(...), not dict
    """
    if options is None:
        return DEFAULT
    if not isinstance(options, Options):
        raise TypeError(f"options takes an Options(...), not {type(options).__name__}")
    return options
