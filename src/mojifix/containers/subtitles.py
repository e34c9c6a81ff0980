r"""The spoken lines of SubRip and WebVTT subtitles; numbers and times are left alone.

>>> [field.value for field in subtitle_fields("1\n00:00:01,000 --> 00:00:02,000\nHello\n")]
['Hello']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from mojifix.containers.fields import Field

_LINE: Final = re.compile(r"[^\r\n]+")
_NUMBER: Final = re.compile(r"\s*\d+\s*")


def subtitle_fields(text: str) -> Iterator[Field]:
    """Yield the lines that are spoken."""
    for found in _LINE.finditer(text):
        if "-->" not in found.group() and not _NUMBER.fullmatch(found.group()):
            yield Field(found.group(), found.start(), _one_line)


def _one_line(text: str) -> str | None:
    return None if "\n" in text or "\r" in text or "-->" in text else text
