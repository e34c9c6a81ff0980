"""Files that are no text, by the bytes they start with.

>>> kind(b"\\x89PNG\\r\\n\\x1a\\n...."), kind(b"MZ is how this sentence starts")
('a PNG image', None)
"""

from __future__ import annotations

from typing import Final

# Offset, signature, what it is. The signature alone is enough: it holds bytes that text does not,
# or is too long to be met by chance.
_CERTAIN: Final = (
    (0, b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (0, b"\xff\xd8\xff", "a JPEG image"),
    (0, b"GIF87a", "a GIF image"),
    (0, b"GIF89a", "a GIF image"),
    (0, b"%PDF-", "a PDF document"),
    (0, b"PK\x03\x04", "a ZIP archive"),
    (0, b"PK\x05\x06", "an empty ZIP archive"),
    (0, b"\x1f\x8b\x08", "gzip data"),
    (0, b"\xfd7zXZ\x00", "xz data"),
    (0, b"\x28\xb5\x2f\xfd", "Zstandard data"),
    (0, b"\x04\x22\x4d\x18", "LZ4 data"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (0, b"\x7fELF", "an ELF executable"),
    (0, b"\xca\xfe\xba\xbe", "a Java class or Mach-O executable"),
    (0, b"\xcf\xfa\xed\xfe", "a Mach-O executable"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an OLE document (doc, xls, ppt)"),
    (0, b"SQLite format 3\x00", "an SQLite database"),
    (0, b"OggS\x00", "an Ogg stream"),
    (0, b"fLaC\x00", "FLAC audio"),
    (0, b"\x00\x00\x01\x00\x01\x00", "an icon"),
    (0, b"\x00asm\x01\x00\x00\x00", "WebAssembly"),
    (0, b"wOFF\x00", "a WOFF font"),
    (0, b"wOF2\x00", "a WOFF2 font"),
    (0, b"\x00\x01\x00\x00\x00", "a TrueType font"),
    (0, b"OTTO\x00", "an OpenType font"),
    (0, b"II*\x00", "a TIFF image"),
    (0, b"MM\x00*", "a TIFF image"),
    (0, b"PAR1\x15", "a Parquet file"),
    (0, b"\x93NUMPY", "a NumPy array"),
    (0, b"\x80\x04\x95", "a Python pickle"),
    (0, b"\x1a\x45\xdf\xa3", "a Matroska or WebM video"),
    (4, b"ftypisom", "an MP4 video"),
    (4, b"ftypmp42", "an MP4 video"),
    (4, b"ftypheic", "a HEIC image"),
    (4, b"ftypavif", "an AVIF image"),
    (257, b"ustar\x0000", "a tar archive"),
    (257, b"ustar  \x00", "a tar archive"),
)
# These could start a text, so a NUL must follow soon.
_WITH_NUL: Final = (
    (0, b"MZ", "a Windows executable"),
    (0, b"BM", "a BMP image"),
    (0, b"ID3", "MP3 audio"),
    (0, b"RIFF", "a RIFF file (WAV, AVI, WebP)"),
    (0, b"FORM", "an IFF file"),
    (0, b"8BPS", "a Photoshop document"),
    (0, b"MThd", "a MIDI file"),
    (0, b"BZh", "bzip2 data"),
)
_SOON: Final = 512  # bytes
# bzip2 has no NUL that soon, but its block starts with the digits of pi.
_BZIP2: Final = b"1AY&SY"
# By the first byte of the file, which rules out most of them: signature rows and whether a NUL is
# needed.
_BY_FIRST_BYTE: Final = tuple(
    tuple(
        (offset, signature, name, needs_nul)
        for rows, needs_nul in ((_CERTAIN, False), (_WITH_NUL, True))
        for offset, signature, name in rows
        if offset or signature[0] == byte
    )
    for byte in range(256)
)


def kind(data: bytes) -> str | None:
    """Return what a file that is no text is, in words; None for anything else."""
    for offset, signature, name, needs_nul in _BY_FIRST_BYTE[data[0]] if data else ():
        if data.startswith(signature, offset):
            soon = data[:_SOON]
            if not needs_nul or b"\x00" in soon or soon.startswith(_BZIP2, 4):
                return name
    return None
