"""A record that tests of records and of documents share."""

from __future__ import annotations

from typing import Final

from mojifix.records import Repair

REPAIR: Final = Repair(
    start=0,
    end=1,
    source_start=0,
    source_end=3,
    before="тАУ",
    after="–",
    steps=("encode cp866", "decode utf-8"),
    bits=9.5,
    probability=0.9,
)
