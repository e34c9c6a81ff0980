r"""What a reader sees of a line of Markdown, and the links in it.

>>> links = []
>>> seen("Wash the [**leeks**](/leeks), \\*not\\* the `**pan**`.", {}, links)
'Wash the leeks, *not* the **pan**.'
>>> [(link.text, link.url) for link in links]
[('leeks', '/leeks')]
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Final

from mojifix.records import Link

# CommonMark 0.31, section 6, the struck text of GitHub, and the attributes of Pandoc. Linear: what a
# match begins with ends the classes in it, or a number does.
_CHARACTER: Final = r"(?: \\. | [^\[\]\\] )"
_WORDS: Final = rf"(?: {_CHARACTER} | \[ {_CHARACTER}{{0,200}} \] )*+"
_TARGET: Final = r"""
    \( [ \t]*+
    (?: (?: <[^<>]*> | (?: [^()\[\]\s<>] | \([^()\[\]\s<>]*\) | \[[^()\[\]\s<>]{0,200}\] )*+ )
        (?: [ \t]++ (?: "[^\[\]]{0,2000}?" | '[^\[\]]{0,2000}?' ) )? [ \t]*+
      | (?: /|https?:// ) [^()\[\]<>]*      # spaces are not escaped by every converter
    ) \)
"""
ATTRIBUTES: Final = r"\{ (?: [#.] | [\w-]{1,40}= ) [^{}]{0,500} \}"
_INLINE: Final = re.compile(
    rf"""
      \\ (?: (?P<escaped>[!-/:-@\[-`{{-~]) | $ )
    | (?P<ticks>(?<!`)`{{1,3}}(?!`)) (?P<code>.{{1,300}}?) (?<!`)(?P=ticks)(?!`)
    | !\[ {_WORDS} \] {_TARGET} (?: {ATTRIBUTES} )?
    | \[ (?P<words>{_WORDS}) \] (?P<target>{_TARGET}) (?: {ATTRIBUTES} )?
    | \[ (?P<span>{_WORDS}) \] {ATTRIBUTES}
    | (?P<image>!?) \[ (?P<text>{_WORDS}) \] \[ (?P<label>[^\[\]]{{0,200}}) \]
    | (?P<sole_image>!?) \[ (?P<sole>{_CHARACTER}*) \]
    | \] (?: {_TARGET} | \[ (?P<closed>[^\[\]]{{0,200}}) \] ) (?: !?\[$ )?   # of a link over lines
    | !?\[$
    | < (?P<address>(?:https?|mailto):[^<>\s]+) >
    | </? (?: [A-Za-z][A-Za-z0-9-]{{0,20}} \s [^<>=]* = [^<>]*
            | (?:br|sup|sub|u|s|kbd|small|wbr|mark|ins|del|center|summary|details) \s{{0,3}} /? ) >
    | <!-- [^<>]* -->
    """,
    re.VERBOSE,
)
_SIGNS: Final = frozenset("[]`*_\\<~&")
# Next to letters of scripts without spaces, and to the endings of Korean, marks stand within words.
_LETTER: Final = r"[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_EMPHASIS: Final = re.compile(
    rf"(?<!{_LETTER})(?<![*_])([*_])(?=[^\s*_])([^*_]+)(?<=[^\s*_])\1(?!{_LETTER})(?![*_])"
)
_STRONG: Final = re.compile(
    r"\*\*(?=[^\s*])([^*]+)(?<=\S)\*\*|~~(?=[^\s~])([^~]+)(?<=\S)~~"
    r"|(?<!\w)__(?=[^\s_])([^_]+)(?<=\S)__(?!\w)"
)
_ENTITY: Final = re.compile(r"&(?:#[0-9A-Za-z]{1,8}|[A-Za-z][0-9A-Za-z]{1,30});")
# Marks that are none, as they are escaped or code, while those that are get lost: noncharacters.
_HELD: Final = {ord(mark): 0xFDD0 + n for n, mark in enumerate("*_~&")}
_LET_GO: Final = {held: mark for mark, held in _HELD.items()}
_TAKEN: Final = frozenset(map(chr, _LET_GO))


def seen(text: str, targets: Mapping[str, str], links: list[Link]) -> str:
    """Return what a reader sees of a line.

    Args:
        text: the line without the marks at its start.
        targets: the addresses to which links of the text refer, by their labels, folded.
        links: the links in the line are added to these.
    """
    if _SIGNS.isdisjoint(text) or not _TAKEN.isdisjoint(text):
        return text
    text = _INLINE.sub(lambda match: _shown(match, targets, links), text)
    text = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\1\2\3", _EMPHASIS.sub(r"\2", text)))
    text = _ENTITY.sub(_character, text)
    return text.translate(_LET_GO).strip()


def _character(entity: re.Match[str]) -> str:
    char = html.unescape(entity[0])
    return " " if char.isspace() else char


def _shown(match: re.Match[str], targets: Mapping[str, str], links: list[Link]) -> str:
    if literal := match["escaped"] or match["code"]:
        return literal.translate(_HELD)
    if match["words"] is not None:
        return _linked(match["words"], url_of(match["target"]), targets, links)
    if match["span"] is not None:
        return seen(match["span"], targets, links).translate(_HELD)
    for text, label, image in (("text", "label", "image"), ("sole", "sole", "sole_image")):
        if (words := match[text]) is None:
            continue
        url = targets.get(folded(match[label] or words))
        if url is None:
            return match[0]
        return "" if match[image] else _linked(words, url, targets, links)
    if match["closed"] is not None and folded(match["closed"]) not in targets:
        return match[0]
    return match["address"] or ""


def _linked(words: str, url: str, targets: Mapping[str, str], links: list[Link]) -> str:
    text = seen(words, targets, [])
    if text:
        links.append(Link(text=text, url=url))
    # Spaces that converters leave within the brackets part the link from its neighbors.
    before, after = (" " * space.isspace() for space in (words[:1], words[-1:]))
    return before + text.translate(_HELD) + after


def url_of(target: str) -> str:
    """Return the address of a target in parentheses, without its title."""
    inside = target[1:-1].strip()
    if inside.startswith("<"):
        return inside[1 : inside.index(">")]
    return inside.split(maxsplit=1)[0] if inside else ""


def folded(label: str) -> str:
    """Return a label of references as it is compared.

    >>> folded(" The  Leeks")
    'the leeks'
    """
    return " ".join(label.casefold().split())
