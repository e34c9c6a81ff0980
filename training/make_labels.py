"""Make ``codepages/labels.json`` from the data files of the WHATWG Encoding Standard.

    python training/make_labels.py encodings.json indexes.json src/mojifix/codepages/labels.json

Both inputs are published with the standard (https://encoding.spec.whatwg.org/). The output maps
every label to the standard's name and every name to the codec that mojifix decodes it with. Where
that codec and the standard disagree, it is printed for how many byte sequences: 2 of KOI8-U, 1 of
windows-1255, 2 of gb18030, 203 of Big5, 463 of EUC-JP.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))
from mojifix.codepages import singlebyte

# The standard's name, the Python codec. A codec that Python holds a subset of is replaced by the
# superset that the standard prescribes (gb2312 and gbk by gb18030, and so on).
CODECS: Final = {
    "UTF-8": "utf-8", "UTF-16LE": "utf-16-le", "UTF-16BE": "utf-16-be",
    "IBM866": "cp866", "ISO-8859-2": "iso8859-2", "ISO-8859-3": "iso8859-3",
    "ISO-8859-4": "iso8859-4", "ISO-8859-5": "iso8859-5", "ISO-8859-6": "iso8859-6",
    "ISO-8859-7": "iso8859-7", "ISO-8859-8": "iso8859-8", "ISO-8859-8-I": "iso8859-8",
    "ISO-8859-10": "iso8859-10", "ISO-8859-13": "iso8859-13", "ISO-8859-14": "iso8859-14",
    "ISO-8859-15": "iso8859-15", "ISO-8859-16": "iso8859-16", "KOI8-R": "koi8-r",
    "KOI8-U": "koi8-u", "macintosh": "mac-roman", "x-mac-cyrillic": "mac-cyrillic",
    "windows-874": "cp874", "windows-1250": "cp1250", "windows-1251": "cp1251",
    "windows-1252": "cp1252", "windows-1253": "cp1253", "windows-1254": "cp1254",
    "windows-1255": "cp1255", "windows-1256": "cp1256", "windows-1257": "cp1257",
    "windows-1258": "cp1258", "GBK": "gb18030", "gb18030": "gb18030", "Big5": "big5hkscs",
    "EUC-JP": "euc_jp", "ISO-2022-JP": "iso2022_jp_ext", "Shift_JIS": "cp932", "EUC-KR": "cp949",
    "x-user-defined": "cp1252",
}  # fmt: skip
# Labels of the standard's "replacement", which browsers refuse to decode. They name real data.
REFUSED: Final = {
    "csiso2022kr": "iso2022_kr", "iso-2022-kr": "iso2022_kr", "hz-gb-2312": "hz",
}  # fmt: skip


def single_byte_cells(index: list[int | None]) -> Iterator[tuple[bytes, str]]:
    """Yield what the standard's decoder makes of each byte from 0x80; a hole is a C1 control."""
    for pointer, point in enumerate(index):
        if point is not None:
            yield bytes([0x80 + pointer]), chr(point)


def two_byte_cells(name: str, index: list[int | None]) -> Iterator[tuple[bytes, str]]:
    """Yield what the standard's decoders make of each pair of bytes (sections 10 to 13)."""
    for pointer, point in enumerate(index):
        if point is None:
            continue
        if name == "Big5":
            lead, trail = divmod(pointer, 157)
            yield bytes([lead + 0x81, trail + (0x40 if trail < 0x3F else 0x62)]), chr(point)
        elif name in ("EUC-KR", "gb18030"):
            lead, trail = divmod(pointer, 190)
            offset = 0x41 if name == "EUC-KR" or trail >= 0x3F else 0x40
            yield bytes([lead + 0x81, trail + offset]), chr(point)
        elif name == "EUC-JP" and pointer < 94 * 94:
            lead, trail = divmod(pointer, 94)
            yield bytes([lead + 0xA1, trail + 0xA1]), chr(point)
        elif name == "Shift_JIS":
            lead, trail = divmod(pointer, 188)
            first, offset = 0x81 if lead < 0x1F else 0xC1, 0x40 if trail < 0x3F else 0x41
            yield bytes([lead + first, trail + offset]), chr(point)


def differences(name: str, codec: str, index: list[int | None]) -> list[list[str | None]]:
    """Return ``[bytes in hex, the standard's text, the codec's or None]`` where they differ."""
    rows: list[list[str | None]] = []
    single = len(index) == 128
    cells = single_byte_cells(index) if single else two_byte_cells(name, index)
    for data, char in cells:
        try:
            ours: str | None = singlebyte.decode(data, codec) if single else data.decode(codec)
        except UnicodeDecodeError:
            ours = None
        if ours != char:
            rows.append([data.hex(), char, ours])
    return rows


def main() -> None:
    """Read the two files and write the third."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("encodings", type=Path)
    parser.add_argument("indexes", type=Path)
    parser.add_argument("output", type=Path)
    arguments = parser.parse_args()

    names = {
        label: encoding["name"]
        for section in json.loads(arguments.encodings.read_text("utf-8"))
        for encoding in section["encodings"]
        for label in encoding["labels"]
    }
    indexes = json.loads(arguments.indexes.read_text("utf-8"))
    index_of = {"EUC-JP": "jis0208", "Shift_JIS": "jis0208"}
    found = {}
    for name, codec in CODECS.items():
        index = indexes.get(index_of.get(name, name.lower()))
        if index:
            rows = differences(name, codec, index)
            if rows:
                found[name] = rows
    content = {
        "codecs": CODECS,
        "labels": dict(sorted((label, name) for label, name in names.items())),
        "refused": REFUSED,
    }
    digest = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
    header = {
        "what": "labels of the WHATWG Encoding Standard, and Python's codecs for them",
        "source": "https://encoding.spec.whatwg.org/ (data files; BSD-3-Clause)",
        "command": "python training/make_labels.py encodings.json indexes.json labels.json",
        "digest": digest,
    }
    text = json.dumps({**header, **content}, ensure_ascii=True, separators=(",", ":"))
    arguments.output.write_text(text.replace(":{", ":{\n") + "\n", "utf-8")
    for name, rows in found.items():
        missing = sum(row[2] is None for row in rows)
        print(f"{name:16s} {len(rows):5d} differ, of them {missing} that Python leaves undefined")


if __name__ == "__main__":
    main()
