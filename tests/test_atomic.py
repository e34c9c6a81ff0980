import os
import shutil
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from mojifix import atomic


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_pipe_is_written_to_by_the_name_that_the_shell_gives_it():
    reading, writing = os.pipe()
    atomic.write(Path(f"/dev/fd/{writing}"), b"all")
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        assert stream.read() == b"all"


def test_a_file_appears_whole(tmp_path):
    path = tmp_path / "new.txt"
    with atomic.writing(path) as stream:
        stream.write(b"half")
        assert not path.exists()
        stream.write(b" and half")
    assert path.read_bytes() == b"half and half"
    assert names(tmp_path) == ["new.txt"]


def test_the_old_file_stays_when_writing_fails(tmp_path):
    path = tmp_path / "old.txt"
    path.write_bytes(b"old")
    stream = atomic.writing(path)
    stream.__enter__().write(b"new")
    assert stream.__exit__(RuntimeError, RuntimeError("broken"), None) is not True
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["old.txt"]


def test_the_old_file_stays_when_the_disk_is_full(tmp_path, monkeypatch):
    path = tmp_path / "old.txt"
    path.write_bytes(b"old")

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        atomic.write(path, b"new", backup=".bak")
    assert path.read_bytes() == b"old"


KILLED = """
import os, sys
from pathlib import Path
from mojifix import atomic
with atomic.writing(Path(sys.argv[1])) as stream:
    stream.write(b"new" * 100_000)
    stream.flush()
    os.kill(os.getpid(), 9)
"""


def test_the_old_file_stays_when_the_process_is_killed(tmp_path):
    path = tmp_path / "old.txt"
    path.write_bytes(b"old")
    run = subprocess.run([sys.executable, "-c", KILLED, path], check=False)
    assert run.returncode == -signal.SIGKILL
    assert path.read_bytes() == b"old"


def test_mode_and_link_are_kept_and_a_new_file_obeys_the_umask(tmp_path):
    path, link = tmp_path / "file", tmp_path / "link"
    path.write_bytes(b"old")
    path.chmod(0o751)
    link.symlink_to(path)
    atomic.write(link, b"new")
    assert link.is_symlink()
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o751)
    before = os.umask(0o027)
    try:
        atomic.write(tmp_path / "fresh", b"")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "fresh").stat().st_mode) == 0o640


def test_owner_and_group_are_kept_where_the_system_lets_us(tmp_path, monkeypatch):
    path, given = tmp_path / "file", []
    path.write_bytes(b"old")

    def chown(name, owner, group):
        given.append((owner, group))
        raise PermissionError

    monkeypatch.setattr(os, "chown", chown)
    atomic.write(path, b"new")
    old = path.stat()
    assert given == [(-1, old.st_gid), (old.st_uid, -1)]
    assert path.read_bytes() == b"new"


def test_a_device_is_written_to_and_not_replaced():
    atomic.write(atomic.Path("/dev/null"), b"gone")
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


def test_a_backup_replaces_an_older_one(tmp_path):
    path = tmp_path / "file"
    for content in (b"1", b"2", b"3"):
        atomic.write(path, content, backup=".bak")
    assert path.read_bytes() == b"3"
    assert (tmp_path / "file.bak").read_bytes() == b"2"
    assert names(tmp_path) == ["file", "file.bak"]


def test_an_older_backup_stays_where_there_is_no_room_for_a_new_one(tmp_path, monkeypatch):
    path, backup = tmp_path / "file", tmp_path / "file.bak"
    path.write_bytes(b"old")
    backup.write_bytes(b"older")

    def half(source, target):
        Path(target).write_bytes(b"o")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copy2", half)
    with pytest.raises(OSError, match="No space left"):
        atomic.write(path, b"new", backup=".bak")
    assert (path.read_bytes(), backup.read_bytes()) == (b"old", b"older")
    assert names(tmp_path) == ["file", "file.bak"]
