"""What a pictograph costs beside its neighbors, which say nothing of it where a byte is lost.

The language model was made from texts that hold next to no emoji, and has all of them as one class.

    >>> pictograph_bits("👍"), pictograph_bits("👐"), pictograph_bits("é")
    (-8.0, 12.0, 0.0)
"""

from __future__ import annotations

import re
from math import log2
from typing import Final

# The most frequent first, roughly as in Unicode Consortium, "The Most Frequently Used Emoji of 2021".
# The first hundred make up 82 % of all that are used, about as Zipf's law has it.
_FREQUENT: Final = (
    "😂❤🤣👍😭🙏😘🥰😍😊🎉😁💕🥺😅🔥☺🤦♥🤷🙄😆🤗😉🎂🤔👏🙂😳🥳😎👌💜😔💪✨💖👀😋😏😢👉💗😩💯🌹💞🎈💙😃😡💐"
    "😜🙈🤞😄🤤🙌🤪❣😀💋💀👇💔😌💓🤩🙃😬😱😴🤭😐🌞😒😇🌸😈🎶✌🎊🥵😞💚☀🖤💰😚👑🎁💥🙋☹😑🥴👈💩✅👋🤮😤🤢🌟"
    "❗😥🌈💛😝😫😲🖕‼🔴🌻🤯💃👊🤬🏃😕👁⚡☕🍀💦⭐🦋🤨🌺😹🤘🌷💝💤🤝🐰😓🍻🧡✔➡⚠❌🏆🚀"
)
# … and in source code, documentation and pages, roughly as 211,000 files of public packages and a
# thousand pages hold them: what draws lines and trees first.
_IN_DOCUMENTS: Final = (
    "─→│═←├└✓✅↑┌┐┘↓┤⚠║■✔❌★╔╗╚╝✨🚀█┬┴┼▼▲●▶✗⭐🔥⚡📊🔧📝🔍💡🎯🌐📁🔒📦🎉🏢🌍📈🤖☆🛠👤🔄📄⏳🔗━┃🏠💰📱🎨👥📅🔔"
    "💻🧠🏆📌🔑🚨📋░▒▓►○◆╭╮╯╰┏┓┗┛✏🗑🏗╠╣"
)
_ORDERS: Final = (_FREQUENT, _IN_DOCUMENTS)
# Where one is, the model's price for the class is that much too high: with less, a heart and its
# selector that lost a byte each are not worth a repair. No clean text of the checks moves by it.
_CLASS_BITS: Final = 10.0
_MODIFIERS: Final = "\ufe0f🏻🏼🏽🏾🏿"  # of the character in front
_BITS: Final = {
    **dict.fromkeys(_MODIFIERS, -_CLASS_BITS),
    **{
        char: log2(1 + min(order.index(char) for order in _ORDERS if char in order)) - _CLASS_BITS
        for char in "".join(_ORDERS)
    },
}
_RARE_BITS: Final = 12.0  # about 3,700 emoji are the rest, rare characters as many, and rare signs
_RARE: Final = re.compile(
    "[\u2010-\u2012\u2015-\u2017\u201b\u201f\u2023-\u2025\u2027\u2031\u2034-\u2038\u203b-\u205f"
    "\u20a0-\u20ab\u20ad-\u20ff\u2190-\u2bff\ufe00-\ufe2f\U00010000-\U0010ffff]"
)
# Invisible operators and format characters that the Unicode Standard advises against (23.2, 23.4),
# marks that span two letters, arrows and symbols of old computers, next to which emoji stand.
_NEVER_BITS: Final = 24.0
_NEVER: Final = re.compile(
    "[\u2061-\u2064\u206a-\u206f\ufe20-\ufe2f\U0001f780-\U0001f7df\U0001f800-\U0001f8ff\U0001fb00-\U0001fbff]"
)


def pictograph_bits(char: str) -> float:
    """Return what a pictograph costs more or less than its class; nothing for most characters.

    Args:
        char: one code point. Of the selectors of a presentation U+FE0F is the one in use.
    """
    bits = _BITS.get(char)
    if bits is not None:
        return bits
    return _NEVER_BITS if _NEVER.fullmatch(char) else _RARE_BITS if _RARE.fullmatch(char) else 0.0
