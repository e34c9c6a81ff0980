"""Records that tests of records and of documents share."""

from __future__ import annotations

from typing import Final

from mojifix.document import Document
from mojifix.records import Block, Link, Meta, Removed, Repair, Source


def repair_at(start: int, source_start: int, before: str = "тАФ", after: str = "—") -> Repair:
    return Repair(
        start=start, end=start + len(after),
        source_start=source_start, source_end=source_start + len(before),
        before=before, after=after,
        steps=("encode cp866", "decode utf-8"), bits=20.0, probability=0.999,
    )  # fmt: skip


REPAIR: Final = repair_at(0, 0)
LINK: Final = Link(text="T", url="/t")
FULL: Final = Document(
    text="T",
    blocks=(
        Block(kind="title", text="T", probability=0.5, source_start=0, source_end=1, links=(LINK,)),
    ),
    meta=Meta(title="T", authors=("A",), tags=("x",), previous=Link(text="P", url="/p")),
    source=Source(kind="html", encoding="cp1251", evidence=("e",), byte_length=3),
    repairs=(REPAIR,),
    removed=(Removed(text="menu", role="navigation", path="body/nav"),),
    quality=0.5,
    notes=("n",),
)
