"""Decode bytes with mojifix and with its peers, in one run.

    python benchmarks/decode.py                  # speed, on text made here
    python benchmarks/decode.py --cases          # also the cases of corpus/bytes.jsonl

Peers that are not installed are left out. For the accuracy of one of them on other data, import
``READERS``: each takes bytes and returns the text, or None for no answer.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
SAMPLES: Final = {
    "cp1251": "Осенью в парке пахнет мокрой листвой, и дым стелется над прудом. ",
    "cp1252": "Höfliche Gäste grüßen früh und gehen spät, sagt die Großmutter. ",
    "iso8859-2": "Wczoraj wieczorem poszliśmy nad rzekę posłuchać żab i zjeść pączki. ",
    "cp932": "今朝は早く起きて、駅まで歩いて行きました。",
    "gb18030": "今天早上我很早就起床，走路去了车站。",
    "cp1253": "Το καλοκαίρι πηγαίνουμε στο νησί και τρώμε φρέσκο ψάρι. ",
}
SMALL: Final = 300  # bytes


def mojifix_text(data: bytes) -> str | None:
    """Decode with mojifix."""
    from mojifix.decoding import decode

    decoded = decode(data)
    return None if decoded.source.encoding is None else decoded.text


def charset_normalizer_text(data: bytes) -> str | None:
    """Decode with charset-normalizer."""
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    return str(best) if best else None


def _named(data: bytes, name: str | None) -> str | None:
    try:
        return data.decode(name) if name else None
    except (UnicodeDecodeError, LookupError):
        return None


def chardet_text(data: bytes) -> str | None:
    """Decode with chardet."""
    import chardet

    return _named(data, chardet.detect(data)["encoding"])


def chardetng_text(data: bytes) -> str | None:
    """Decode with chardetng."""
    import chardetng_py

    return _named(data, chardetng_py.detect(data))


def faust_cchardet_text(data: bytes) -> str | None:
    """Decode with faust-cchardet."""
    import cchardet

    return _named(data, cchardet.detect(data)["encoding"])


READERS: Final[dict[str, Callable[[bytes], str | None]]] = {
    "mojifix": mojifix_text,
    "charset-normalizer": charset_normalizer_text,
    "chardet": chardet_text,
    "chardetng-py": chardetng_text,
    "faust-cchardet": faust_cchardet_text,
}


def installed() -> dict[str, Callable[[bytes], str | None]]:
    """Return the readers that can be imported."""
    found = {}
    for name, reader in READERS.items():
        try:
            reader(b"a")
        except ImportError:
            print(f"{name} is not installed", file=sys.stderr)
        else:
            found[name] = reader
    return found


def seconds(action: Callable[[], object], repeat: int) -> float:
    """Return the median time of an action."""
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def first_call(name: str) -> float:
    """Return the seconds of the first call in a fresh interpreter, imports included."""
    code = (
        "import sys, time; sys.path[:0] = [sys.argv[1], sys.argv[2]]\n"
        "from decode import READERS\n"
        "data = 'Осенью в парке пахнет мокрой листвой.'.encode('cp1251')\n"
        "start = time.perf_counter(); READERS[sys.argv[3]](data)\n"
        "print(time.perf_counter() - start)"
    )
    arguments = [str(ROOT / "src"), str(ROOT / "benchmarks"), name]
    times = [
        float(subprocess.check_output([sys.executable, "-c", code, *arguments])) for _ in range(5)
    ]
    return statistics.median(times)


def speed(readers: dict[str, Callable[[bytes], str | None]]) -> None:
    """Print the times."""
    small = [(text * 20).encode(codec)[: SMALL // 2 * 2] for codec, text in SAMPLES.items()]
    german = SAMPLES["cp1252"]
    utf8 = (german * (10 * 2**20 // len(german.encode()))).encode()
    legacy = (german * (20 * 2**20 // len(german))).encode("cp1252")
    print(f"{'':20s} {'first call':>10s} {'300 B':>9s} {'10 MB UTF-8':>12s} {'20 MB cp1252':>13s}")
    for name, reader in readers.items():
        cold = first_call(name)
        per_small = statistics.mean(
            seconds(lambda data=data, reader=reader: reader(data), 60) for data in small
        )
        per_utf8 = seconds(lambda reader=reader: reader(utf8), 3)
        per_legacy = seconds(lambda reader=reader: reader(legacy), 3)
        print(
            f"{name:20s} {cold * 1e3:7.0f} ms {per_small * 1e6:6.0f} µs "
            f"{per_utf8 * 1e3:9.1f} ms {per_legacy * 1e3:10.1f} ms"
        )
    plain = seconds(lambda: utf8.decode("utf-8"), 9)
    strict = seconds(lambda: legacy.decode("cp1252"), 5)
    print(f"{'bytes.decode':20s} {'':10s} {'':9s} {plain * 1e3:9.1f} ms {strict * 1e3:10.1f} ms")


def cases(readers: dict[str, Callable[[bytes], str | None]]) -> None:
    """Print how many of our own cases each gets right, by the text."""
    from corpus.byte_cases import load

    groups = {group: load(group) for group in ("robust", "tiny")}
    for name, reader in readers.items():
        said = []
        for group, found in groups.items():
            # Where several texts would do, or the peer cannot be told what was declared: left out.
            kept = [case for case in found if not case.contains and not case.declared]
            right = 0
            for case in kept:
                read = reader(case.data)
                if read is not None and case.bom:
                    read = read.removeprefix("\ufeff")
                right += read == (None if case.binary else case.expected)
            said.append(f"{group} {right} of {len(kept)}")
        print(f"{name:20s} {'  '.join(said)}")


def main() -> None:
    """Run."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--cases", action="store_true")
    arguments = parser.parse_args()
    sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
    readers = installed()
    speed(readers)
    if arguments.cases:
        cases(readers)


if __name__ == "__main__":
    main()
