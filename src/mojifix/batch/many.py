"""Many inputs to ``clean``, from Python."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from mojifix.batch.parallel import map_in_order
from mojifix.cleaning import clean
from mojifix.document import Document
from mojifix.options import Kind, Options, chosen


def clean_many(
    items: Iterable[bytes | bytearray | memoryview | str],
    *,
    workers: int = 1,
    kind: Kind = "auto",
    options: Options | None = None,
) -> Iterator[Document]:
    """Clean many pages or texts; yield their documents in the order of the inputs.

    Inputs are read only a bounded window ahead, so a generator over millions is fine. With several
    workers a script needs the usual ``if __name__ == "__main__":`` around its own work.

    Args:
        items: pages or texts, each bytes or str.
        workers: number of processes, from 1; one means this process.
        kind: as for ``clean``.
        options: as for ``clean``.

    Returns:
        One document per item. Where cleaning failed, its text is empty and its notes say why. What
        ``items`` raises is raised behind the documents of the items before.

    Raises:
        TypeError: ``items`` is one text, or an item is neither bytes nor a str.
        ValueError: ``workers`` is no whole number from 1, or ``kind`` is not known.
        ChildProcessError: the workers cannot be started, as in a script without that line.

    >>> [page.text for page in clean_many([b"caf\\xc3\\xa9", "cafÃ©"], kind="plain")]
    ['café', 'café']
    """
    if not isinstance(workers, int) or workers < 1:
        raise ValueError(f"workers is {workers!r}; give a whole number of at least 1")
    if isinstance(items, bytes | bytearray | memoryview | str):
        raise TypeError("clean_many() takes an iterable of texts; for one text use clean()")
    options = Options(kind=kind) if options is None else chosen(options)
    one = partial(clean, kind=kind, options=options)
    return map_in_order(one, map(_checked, items), failed=_failed, workers=workers, size=len)


def _checked(item: bytes | bytearray | memoryview | str) -> bytes | str:
    if isinstance(item, bytearray | memoryview):
        return bytes(item)
    if not isinstance(item, bytes | str):
        raise TypeError(
            f"clean_many() takes an iterable of bytes or str, and met a {type(item).__name__}; "
            "filter the others out first"
        )
    return item


def _failed(reason: str) -> Document:
    return Document(text="", notes=(f"failed: {reason}",))
