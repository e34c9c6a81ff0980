"""Formulas in MathML as a line of text: ``1/2 gt²`` for what shows a fraction and a raised digit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from mojifix.layout.html.block_text import BREAK, raised

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# What stands before each script of an element.
_SCRIPTS: Final = {
    "msup": "^", "mover": "^", "msub": "_", "munder": "_", "msubsup": "_^", "munderover": "_^",
}  # fmt: skip
_UNSEEN: Final = frozenset(("annotation", "annotation-xml", "mphantom"))
_TOKENS: Final = frozenset(("-text", "mi", "mn", "mo", "mtext"))
_INVISIBLE: Final = dict.fromkeys(range(0x2061, 0x2065))  # operators for those who compute
_INFIX: Final = re.compile(r"[-+=<>\u2212±×·∓∧∨∩∪∈∼-⋿→-⇿]")
_JOINED: Final = re.compile(r"\s+(?=[)\]},;.])")
# Elements nested deeper than that are read as text alone: no formula is so deep.
DEEPEST: Final = 40


def formula_text(math: LexborNode) -> str:
    """Return what a formula shows; a displayed one has lines of its own.

    >>> from selectolax.lexbor import LexborHTMLParser
    >>> half = "<mfrac><mn>1</mn><mn>2</mn></mfrac><msup><mi>t</mi><mn>2</mn></msup>"
    >>> formula_text(LexborHTMLParser(f"<math><mi>s</mi><mo>=</mo>{half}</math>").css_first("math"))
    's = 1/2 t²'
    """
    text = _JOINED.sub("", " ".join(_said(math, 0).split()))
    return f"{BREAK}{text}{BREAK}" if math.attributes.get("display") == "block" else text


def holds_formula(node: LexborNode | None) -> bool:
    """Tell whether an element begins with a formula, as what is read out for a drawn one does."""
    return node is not None and node.child is not None and node.child.tag == "math"


def draws_formula(node: LexborNode, attributes: dict[str, str | None]) -> bool:
    """Tell whether an element draws what the formula beside it says."""
    return attributes.get("aria-hidden") == "true" and (
        holds_formula(node.prev) or holds_formula(node.next)
    )


def _said(node: LexborNode, depth: int) -> str:
    tag = node.tag or ""
    if tag in _UNSEEN:
        return ""
    children = (
        [] if tag in _TOKENS or depth == DEEPEST else list(filter(_is_shown, node.iter(True)))
    )
    if not children:
        return _token(tag, " ".join(node.text().translate(_INVISIBLE).split()), node.prev is None)
    parts = [_said(child, depth + 1) for child in children]
    if tag in ("msqrt", "mroot"):
        index = raised(parts.pop()) if tag == "mroot" and parts[1:] else ""
        return f"{index}√{_grouped(''.join(parts))}"
    if tag == "mfrac":
        return f" {'/'.join(map(_grouped, parts))} "
    if signs := _SCRIPTS.get(tag):
        return _scripted(parts[0], zip(signs, parts[1:], strict=False))
    return {"mtable": BREAK, "mtr": " "}.get(tag, "").join(parts)


def _is_shown(node: LexborNode) -> bool:
    tag = node.tag or "-"
    return tag[0] != "-" or (tag == "-text" and not node.text().isspace())


def _token(tag: str, text: str, is_first: bool) -> str:
    """Return a word or a sign with the space that it is shown with."""
    is_word = tag == "mtext" or (tag == "mi" and len(text) > 1)
    is_infix = tag == "mo" and not is_first and _INFIX.fullmatch(text)
    return f" {text} " if is_word or is_infix else text


def _scripted(base: str, scripts: Iterable[tuple[str, str]]) -> str:
    """Return what scripts stand at with them, and a space where what follows might go on the last."""
    said, end = base.strip(), ""
    for sign, script in scripts:
        text = script.strip()
        short = raised(text) if sign == "^" else text
        is_mark = len(text) == 1 and not (text.isalnum() or _INFIX.match(text))  # as a prime is
        is_short = is_mark or short != text
        said += short if is_short else f"{sign}{_grouped(text)}"
        end = " " * (not is_short)
    return said + end


def _grouped(text: str) -> str:
    text = " ".join(text.split())
    return text if text.isalnum() or len(text) == 1 else f"({text})"
