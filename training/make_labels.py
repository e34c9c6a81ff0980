"""Make ``codepages/labels.json`` from the labels of the WHATWG Encoding Standard.

    python training/make_labels.py encodings.json src/mojifix/codepages/labels.json

The input is published with the standard (https://encoding.spec.whatwg.org/). The output maps every
label to the standard's name and every name to the codec that mojifix decodes it with. That codec and
the standard disagree on some byte sequences: 2 of KOI8-U, 1 of windows-1255, 2 of gb18030, 203 of
Big5, 463 of EUC-JP.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import Final

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


def main() -> None:
    """Read the labels and write them with their codecs."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("encodings", type=Path)
    parser.add_argument("output", type=Path)
    arguments = parser.parse_args()

    names = {
        label: encoding["name"]
        for section in json.loads(arguments.encodings.read_text("utf-8"))
        for encoding in section["encodings"]
        for label in encoding["labels"]
    }
    content = {
        "codecs": CODECS,
        "labels": dict(sorted((label, name) for label, name in names.items())),
        "refused": REFUSED,
    }
    digest = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
    header = {
        "what": "labels of the WHATWG Encoding Standard, and Python's codecs for them",
        "source": "https://encoding.spec.whatwg.org/ (data files; BSD-3-Clause)",
        "command": "python training/make_labels.py encodings.json labels.json",
        "digest": digest,
    }
    text = json.dumps({**header, **content}, ensure_ascii=True, separators=(",", ":"))
    arguments.output.write_text(text.replace(":{", ":{\n") + "\n", "utf-8")


if __name__ == "__main__":
    main()
