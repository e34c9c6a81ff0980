"""What each line of a flat page tells by itself, as columns: length and punctuation."""

from __future__ import annotations

from typing import Final

from mojifix.boilerplate.lines.outline import Outline, of_page
from mojifix.boilerplate.trees.columns import HIGHEST, Column, log, logs, share

# Code points at the start of a line whose marks are counted; the rest is more of the same.
_SEEN: Final = 160
_OF_PROGRAMS: Final = b"{}=<>[]\\_"
# What is left out of a page to count the marks of ASCII in each line.
_NO_MARKS: Final = bytes(n for n in range(128) if chr(n).isalnum() or chr(n).isspace()).replace(
    b"\n", b""
)
_ENDS: Final = {
    **dict.fromkeys(".!?…。！？।؟", 3),
    ":": 2,
    "：": 2,
    **dict.fromkeys(",;،、", 1),
    **dict.fromkeys("0123456789%", 4),
    **dict.fromkeys(")]»›>→", 5),
    **dict.fromkeys("\"'”’」』", 6),
}
_MONEY: Final = "$€£¥₹₽₴₺"


def text_columns(outline: Outline) -> dict[str, Column]:
    """Return the columns that need nothing but the lines.

    Args:
        outline: of the lines, at least one.
    """
    texts = outline.texts
    count = len(texts)
    heads = [text[:_SEEN] for text in texts]
    page = "\n".join(heads)
    marks = page.encode("ascii", "ignore").translate(None, _NO_MARKS)
    numbers = map(len, marks.split(b"\n"))
    code = len(marks) - len(marks.translate(None, _OF_PROGRAMS))
    return {
        "width": logs(outline.widths),
        "marks": bytes([HIGHEST * n // len(head) for n, head in zip(numbers, heads, strict=True)]),
        "end": bytes([_ENDS.get(text[-1], 0) for text in texts]),
        "page_money": of_page(log(sum(map(page.count, _MONEY))), count),
        "page_code": of_page(share(code, count), count),
    }
