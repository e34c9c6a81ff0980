"""Data files of the package, wherever it is."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from mojifix import resources


def test_a_file_in_a_zip_archive_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = tmp_path / "packages.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("zipped_package/__init__.py", "")
        file.writestr("zipped_package/data.bin", b"header\nrest")
    monkeypatch.syspath_prepend(archive)
    __import__("zipped_package")
    with resources.open_binary("zipped_package", "data.bin") as opened:
        assert opened.readlines() == [b"header\n", b"rest"]


def test_a_missing_file_is_said_to_be_missing() -> None:
    with pytest.raises(FileNotFoundError):
        resources.open_binary("mojifix", "none.bin")
