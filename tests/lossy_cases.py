"""Sentences and the decoders that lose bytes of them."""

from __future__ import annotations

from typing import Final

SENTENCES: Final = {
    "ru": "Завтра утром мы поедем на дачу, если погода будет хорошая.",
    "ko": "내일 아침에 비가 오지 않으면 우리는 바다에 갈 것입니다.",
    "ja": "明日の朝、天気がよければ海に行きます。",
    "zh": "如果明天天气好，我们就去海边。",
    "el": "Αύριο το πρωί θα πάμε στη θάλασσα, αν έχει καλό καιρό.",
}


def windows(data: bytes, codec: str, marker: str) -> str:
    """Return what Windows reads: a lead byte takes whatever follows it along."""
    text, at = "", 0
    while at < len(data):
        is_lead = data[at] >= 0x80 and not (codec == "cp932" and 0xA1 <= data[at] <= 0xDF)
        size = 2 if is_lead else 1
        try:
            text += data[at : at + size].decode(codec)
        except UnicodeDecodeError:
            text += marker
        at += size
    return text
