"""Read the word lists of Tesseract's language data.

    python training/tesseract_words.py TESSDATA WORDS

TESSDATA is a folder of ``.traineddata`` files (https://github.com/tesseract-ocr/tessdata_fast,
Apache-2.0), WORDS the one that the lists are written to, ``TAG.txt``, for ``train_lexicon.py`` and
``train_ngrams.py``. Needs ``combine_tessdata`` and ``dawg2wordlist``, which come with Tesseract.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from typing import Final

from texts import paths

SOURCE: Final = "tesseract-ocr/tessdata_fast"
LICENCE: Final = "Apache-2.0"
# What Tesseract calls the languages.
NAMES: Final = dict(
    pair.split(":")
    for pair in """
    af:afr am:amh ar:ara as:asm az:aze be:bel bg:bul bn:ben bo:bod br:bre bs:bos ca:cat cs:ces
    cy:cym da:dan de:deu dv:div el:ell eo:epo es:spa et:est eu:eus fa:fas fi:fin fo:fao fr:fra
    fy:fry ga:gle gd:gla gl:glg gu:guj he:heb hi:hin hr:hrv hu:hun hy:hye is:isl it:ita ka:kat
    kk:kaz km:khm kmr:kmr kn:kan ko:kor ky:kir lo:lao lt:lit lv:lav mk:mkd ml:mal mn:mon mr:mar
    mt:mlt my:mya nb:nor ne:nep nl:nld nn:nor or:ori pa:pan pl:pol ps:pus pt:por ro:ron ru:rus
    sd:snd si:sin sk:slk sl:slv sq:sqi sr-Cyrl:srp sr-Latn:srp_latn sv:swe ta:tam te:tel tg:tgk
    th:tha ti:tir tr:tur tt:tat ug:uig uk:ukr ur:urd uz:uzb vi:vie yi:yid yo:yor
    """.split()
)


def words_of(data: Path, folder: Path) -> bytes:
    """Return the words of a language, one a line.

    Args:
        data: its ``.traineddata`` file.
        folder: for the parts of the file.
    """
    parts = folder / f"{data.stem}."
    subprocess.run(["combine_tessdata", "-u", data, parts], check=True, capture_output=True)
    characters, graph, words = (
        Path(f"{parts}{name}") for name in ("lstm-unicharset", "lstm-word-dawg", "words")
    )
    subprocess.run(["dawg2wordlist", characters, graph, words], check=True, capture_output=True)
    return words.read_bytes()


def main() -> None:
    """Write the lists, and where they are from."""
    tessdata, words = paths(__doc__, "tessdata", "words")
    rows = ["language\tsource\tlicence"]
    for tag, name in NAMES.items():
        data = tessdata / f"{name}.traineddata"
        if data.exists():
            with tempfile.TemporaryDirectory() as folder:
                (words / f"{tag}.txt").write_bytes(words_of(data, Path(folder)))
            rows.append(f"{tag}\t{SOURCE}/{name}\t{LICENCE}")
    (words / "SOURCES.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
