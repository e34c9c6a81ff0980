"""Whether lines of Markdown hold the menus of a site, which who writes a document by hand does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from mojifix.boilerplate.lines.evidence import View
from mojifix.layout.flat.shapes import PARAGRAPH, Shape
from mojifix.layout.head.addresses import host_of
from mojifix.records import Link

# Lines that are links to the same site and nothing else make a menu when there are so many, in front
# of the first sentences or as this share of all lines. Of 2,768 documents that come with programs 24
# have that, and none of the 88 whose words alone would make them pages; of 198 pages of WCXB that were
# converted to Markdown 175 have.
FEWEST_LINES: Final = 8
SHARE_OF_LINES: Final = 0.2
# Share of the code points of a line that its links are; the rest are bullets and bars.
SHARE_OF_LINKS: Final = 0.8
# How the addresses of pages begin; documents refer to their own parts and to the files beside them.
_PAGES: Final = ("/", "http://", "https://")


def has_menu(
    views: Sequence[View], links: Mapping[int, Sequence[Link]], shapes: Mapping[int, Shape]
) -> bool:
    """Tell whether the lines hold a menu; links and forms are by the starts of their lines."""
    hosts = {
        n: host_of(found[0].url)
        for n, view in enumerate(views)
        if (found := links.get(view.start))
        and (found[0].url or "").startswith(_PAGES)
        and _is_all(found, view.text)
    }
    counts = Counter(hosts.values())
    relative = counts.pop("", 0)
    own, absolute = counts.most_common(1)[0] if counts else ("", 0)
    if relative + absolute < FEWEST_LINES:
        return False
    if relative + absolute >= SHARE_OF_LINES * len(views):
        return True
    first = min(n for n, host in hosts.items() if host in ("", own))
    # Sentences in code are none.
    return not any(
        view.prose and shapes.get(view.start, PARAGRAPH).kind != "code" for view in views[:first]
    )


def _is_all(links: Sequence[Link], text: str) -> bool:
    return sum(len(link.text) for link in links) >= SHARE_OF_LINKS * len(text)
