"""The tags of a page, found without a parser, in time linear in the page."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_SPACE: Final = r"\t\n\f\r "  # no other is one in HTML
# One attribute, as the tokenizer of HTML reads it (13.2.5.32 to 39). All quantifiers here are
# possessive: a character is read again only by the alternatives of one tag.
ATTRIBUTE: Final = re.compile(
    rf"""
    [^{_SPACE}/>] [^{_SPACE}/>=]*+                      # its name, which may start with "="
    (?: [{_SPACE}]*+ = [{_SPACE}]*+
        (?: "[^"]*+" | '[^']*+' | [^{_SPACE}>"'][^{_SPACE}>]*+ | ) )?+
    """,
    re.VERBOSE,
)
TAG: Final = re.compile(
    rf"""
    < (?P<slash>/?) (?P<name>[a-zA-Z][^{_SPACE}/>]{{0,40}}+)
    (?P<attributes>(?:[{_SPACE}/]++|{ATTRIBUTE.pattern})*+) >?+
    | <!--
    """,
    re.VERBOSE,
)
# What the scan jumps over: text, and tags that are not told of, in the case in which nearly all are
# written. A formatting element around them is opened and closed; what stands in it is read a second
# time if it is not, and by no element around it, as those that hold it hold a formatting element.
# What is no tag is read to the next ">", like a comment (13.2.5.6, 7 and 42).
_TEXT: Final = r"""
    [^<]*+ (?: < (?: (?: \? | !(?!--) | /(?![a-zA-Z]) ) [^>]*+ >?+ | (?! [a-zA-Z/!?] ) ) [^<]*+ )*+
"""
FEW: Final = 64  # attributes, and spaces between them, of a tag that is jumped over
_REST: Final = rf"""
    (?: \ [a-z][a-z0-9-]*+="[^"]*+" ){{0,{FEW // 2}}}+        # as nearly all are written
    (?: > | (?= [{_SPACE}/] ) (?: [{_SPACE}/]++ | {ATTRIBUTE.pattern} ){{0,{FEW // 2}}}+ > )
"""
_PLAIN_TAG: Final = rf"""
    < /?+
    (?: div | s(?: pan | ource | ection | up | top ) | l(?: i(?: nk )? | abel ) | p(?: ath | icture )?
      | i(?: mg | nput ) | u(?: l | se ) | h(?: [1-6] | eader ) | m(?: eta | ain ) | b(?: utton | r )
      | option | article | g | rect | n(?: av | oscript ) | f(?: igure | orm | ooter ) | d[ltd] | time
      | circle ) {_REST}
"""
_PLAIN: Final = rf"""
    {_TEXT}
    (?:
        {_PLAIN_TAG}
        | < (?P<around>a | strong | em | code | i | b) {_REST}
          [^<]*+ (?: {_PLAIN_TAG} [^<]*+ )*+ </(?P=around)>
    )
"""
# Each matches wherever it is tried, and takes in the next tag or comment, if there is one.
NEXT: Final = re.compile(rf"{_TEXT} (?: {TAG.pattern} )?+", re.VERBOSE)
NEXT_TELLING: Final = re.compile(rf"(?: {_PLAIN} )*+ {_TEXT} (?: {TAG.pattern} )?+", re.VERBOSE)
_SHORT_COMMENT: Final = re.compile("-?>")
_COMMENT_END: Final = re.compile("--!?>")
_END_TAGS: Final = 16  # names of elements whose end tags are looked for: those that hold no tags


class Ends:
    """Where things end, in time linear in the page: what was once not found is not looked for again."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._missing: set[str] = set()

    def after(self, sign: str, at: int) -> int:
        """Return where a sign stops after ``at``; ``at`` itself when it never comes."""
        if sign not in self._missing:
            found = self._page.find(sign, at)
            if found >= 0:
                return found + len(sign)
            self._missing.add(sign)
        return at

    def after_comment(self, at: int) -> int:
        """Return where a comment stops of which the text starts at ``at``; ``at`` if it never does."""
        if short := _SHORT_COMMENT.match(self._page, at):
            return short.end()
        if "<!--" not in self._missing:
            found = _COMMENT_END.search(self._page, at)
            if found:
                return found.end()
            self._missing.add("<!--")
        return at

    def after_end_tag(self, name: str, at: int) -> int:
        """Return where the name of an end tag, in any case, stops after ``at``, or ``at`` itself."""
        if name not in self._missing:
            found = _end_tag(name).search(self._page, at)
            if found:
                return found.end()
            self._missing.add(name)
        return at


@lru_cache(maxsize=_END_TAGS)
def _end_tag(name: str) -> re.Pattern[str]:
    # Only what has no case is found at full speed.
    return re.compile(f"</(?ai:{re.escape(name)})(?=[{_SPACE}/>])")
