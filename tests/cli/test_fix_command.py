import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from mojifix import Options
from mojifix.cli import main

GARBLED = "The IndiaтАУU.S. partnership\r\ngrows.\r\n"
FIXED = GARBLED.replace("тАУ", "–")


def run(*args, stdin=None):
    return CliRunner().invoke(main, [str(arg) for arg in args], input=stdin)


@pytest.fixture
def garbled(tmp_path):
    path = tmp_path / "garbled.txt"
    path.write_bytes(GARBLED.encode())
    return path


@pytest.fixture
def clean(tmp_path):
    path = tmp_path / "clean.txt"
    path.write_bytes("Il était déjà là.\n".encode())
    return path


def test_standard_input_goes_to_standard_output_with_its_line_breaks(garbled):
    result = run("fix", "-", stdin=GARBLED.encode())
    assert (result.exit_code, result.stdout_bytes) == (0, FIXED.encode())


@pytest.mark.parametrize("name", ["claen", "reprot", "fx", "fxi", "detcet"])
def test_a_misspelled_command_is_no_file(name, garbled, tmp_path, monkeypatch):
    result = run(name, garbled)
    assert result.exit_code == 2
    assert f"no command and no file {name}; did you mean" in result.stderr
    monkeypatch.chdir(tmp_path)
    Path(name).write_text("cafÃ©", encoding="utf-8")
    assert run(name).stdout == "café"


@pytest.mark.parametrize("command", [[], ["fix"], ["clean"], ["decode"], ["detect"], ["report"]])
def test_a_missing_file_is_named_and_no_misspelled_command(command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run(*command, "clean.html")
    assert result.exit_code == 2
    assert result.stderr == "mojifix: clean.html: No such file or directory\n"


@pytest.mark.parametrize("command", ["fix", "clean", "decode"])
def test_an_address_is_refused_with_the_way_out(command):
    result = run(command, "https://example.org/a.html")
    assert result.exit_code == 2
    assert "https://example.org/a.html is an address" in result.stderr
    assert "pipe it in" in result.stderr


def test_a_byte_order_mark_stays_where_it_was(tmp_path):
    path = tmp_path / "bom.txt"
    path.write_bytes(b"\xef\xbb\xbf" + GARBLED.encode())
    assert run("fix", path).stdout_bytes == b"\xef\xbb\xbf" + FIXED.encode()


def test_a_legacy_encoding_becomes_utf8_and_is_said(tmp_path):
    path = tmp_path / "legacy.txt"
    text = "Съешь же ещё этих мягких французских булок, да выпей чаю.\n" * 3
    path.write_bytes(text.encode("cp1251"))
    result = run("fix", path)
    assert result.stdout_bytes == text.encode()
    assert "was cp1251, becomes UTF-8" in result.stderr


def test_two_encodings_in_one_file_are_said(tmp_path):
    path = tmp_path / "mixed.csv"
    rows = ["Иванов Иван;Москва;1,50\n", "Петрова Мария;Казань;2,50\n"] * 20
    data = [row.encode(("utf-8", "cp1251")[at % 2]) for at, row in enumerate(rows)]
    path.write_bytes(b"".join(data))
    result = run("fix", "--diff", path)
    assert result.exit_code == 1
    assert "was utf-8 and cp1251, becomes UTF-8" in result.stderr


@pytest.mark.parametrize("command", ["fix", "decode"])
@pytest.mark.parametrize(
    ("name", "codec", "after"),
    [
        ("excel.txt", "utf-16", "utf-8-sig"),
        ("excel.tsv", "utf-16-le", "utf-8"),
        ("rows.jsonl", "utf-16", "utf-8"),
        ("rows.jsonl", "utf-8-sig", "utf-8-sig"),
    ],
)
def test_a_byte_order_mark_stays_in_utf8_but_for_json(command, name, codec, after, tmp_path):
    path, text = tmp_path / name, '["Съешь же ещё этих\tмягких булок."]'
    path.write_bytes(text.encode(codec))
    assert run(command, path).stdout_bytes == text.encode(after)


def test_json_lines_on_standard_input_are_known():
    rows = '{"n": 1}\n\n{"t": "caf\\u00c3\\u00a9", "cafÃ©": 2}\n'
    assert run("fix", stdin=rows).stdout == rows.replace("c3\\u00a9", "e9")
    assert run("fix", stdin="[1]\ncaf\\u00c3\\u00a9 cafÃ©\n").stdout == "[1]\ncafé café\n"
    cut = run("fix", stdin=rows + '{"cafÃ©')
    assert (cut.stdout[-6:], cut.exit_code) == ('{"café', 0)
    assert "line 4 is not JSON" in cut.stderr


def test_the_lengths_in_a_warc_file_are_said_to_be_old(tmp_path):
    path = tmp_path / "page.warc"
    path.write_bytes(b"WARC/1.0\r\nContent-Length: 5\r\n\r\n" + "cafÃ©\r\n\r\n".encode())
    result = run("fix", path)
    assert "café" in result.stdout
    assert "Content-Length and digests" in result.stderr


def test_check_tells_by_the_exit_code_and_writes_nothing(garbled, clean):
    assert run("fix", "--check", clean).exit_code == 0
    result = run("fix", "--check", garbled, clean)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        f"note: {garbled}: would be changed\n"
        "1 file would be changed, 1 file would be left as it is\n"
    )
    assert garbled.read_bytes() == GARBLED.encode()


def test_diff_shows_the_change_and_exits_with_one(garbled):
    result = run("fix", "--diff", garbled)
    assert result.exit_code == 1
    assert "-The IndiaтАУU.S. partnership\n+The India–U.S. partnership\n" in result.stdout
    assert "\x1b[" not in result.stdout


def test_no_color_is_obeyed(garbled, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" not in run("fix", "--diff", garbled).stdout


def test_in_place_changes_the_file_keeps_its_mode_and_a_backup(garbled):
    garbled.chmod(0o640)
    assert run("fix", "-i", "--backup", ".bak", garbled).exit_code == 0
    assert garbled.read_bytes() == FIXED.encode()
    assert stat.S_IMODE(garbled.stat().st_mode) == 0o640
    assert garbled.with_name("garbled.txt.bak").read_bytes() == GARBLED.encode()
    assert sorted(path.name for path in garbled.parent.iterdir()) == [
        "garbled.txt",
        "garbled.txt.bak",
    ]


def test_backups_of_an_earlier_run_are_left_alone(garbled):
    folder = garbled.parent
    for _ in range(2):
        assert run("fix", "-i", "--backup", ".[1]", folder).exit_code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["garbled.txt", "garbled.txt.[1]"]
    assert garbled.with_name("garbled.txt.[1]").read_bytes() == GARBLED.encode()


def test_in_place_does_not_touch_a_clean_file(clean):
    before = clean.stat()
    assert run("fix", "-i", "--backup", ".bak", clean).exit_code == 0
    after = clean.stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert len(list(clean.parent.iterdir())) == 1


def test_in_place_changes_the_target_of_a_link(garbled):
    link = garbled.with_name("link.txt")
    link.symlink_to(garbled)
    assert run("fix", "-i", link).exit_code == 0
    assert link.is_symlink()
    assert garbled.read_bytes() == FIXED.encode()


def test_in_place_refuses_bytes_that_would_be_lost(tmp_path):
    path = tmp_path / "broken.txt"
    content = GARBLED.encode() + b"\xff\xfe and more \xc3\x28 of it\n"
    path.write_bytes(content)
    assert "\ufffd".encode() in run("fix", path).stdout_bytes
    assert run("fix", "-i", path).exit_code == 2
    assert path.read_bytes() == content


def test_a_folder_is_mirrored_below_the_output_folder(tmp_path, garbled):
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "deep" / "a.txt").write_bytes(GARBLED.encode())
    (tmp_path / "in" / "b.log").write_bytes(GARBLED.encode())
    (tmp_path / "in" / ".hidden").write_bytes(b"x")
    result = run("fix", tmp_path / "in", "--exclude", "*.log", "-O", tmp_path / "out")
    assert result.exit_code == 0
    written = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert written == [tmp_path / "out" / "in" / "deep" / "a.txt"]
    assert written[0].read_bytes() == FIXED.encode()


@pytest.mark.parametrize("pattern", ["deep", "deep/", "./deep", "in/deep", "*.txt", "deep/a.*"])
def test_a_folder_is_left_out_however_it_is_written(tmp_path, monkeypatch, pattern):
    monkeypatch.chdir(tmp_path)
    Path("in/deep").mkdir(parents=True)
    Path("in/deep/a.txt").write_bytes(GARBLED.encode())
    Path("in/b.log").write_bytes(GARBLED.encode())
    said = run("fix", "--check", "in", "--exclude", pattern).stderr
    assert said == "note: in/b.log: would be changed\n1 file would be changed\n"


def test_inputs_of_one_name_do_not_meet_below_the_output_folder(tmp_path, garbled):
    (tmp_path / "other").mkdir()
    twin = tmp_path / "other" / garbled.name
    twin.write_bytes(b"other")
    result = run("fix", garbled, twin, "-O", tmp_path / "out")
    assert result.exit_code == 2
    assert "2 inputs would all become" in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "args",
    [["fix", "-o"], ["fix", "-O"], ["fix", "--report-format", "json", "-o"], ["report", "-o"]],
)
def test_an_output_does_not_replace_an_input(garbled, args):
    place = garbled.parent if "-O" in args else garbled
    result = run(*args, place, garbled)
    assert result.exit_code == 2
    assert "is an input" in result.stderr
    assert garbled.read_bytes() == GARBLED.encode()


def test_what_an_earlier_run_left_below_the_output_folder_is_no_input(garbled):
    for _ in range(2):
        result = run("fix", garbled.parent, "-O", garbled.parent / "out", "-v")
        assert "1 file changed" in result.stderr


def test_a_failed_input_does_not_stop_the_others(garbled, tmp_path):
    binary = tmp_path / "binary.txt"
    binary.write_bytes(bytes(range(256)) * 20)
    result = run("fix", "-O", tmp_path / "out", binary, tmp_path / "missing.txt", garbled)
    assert result.exit_code == 2
    assert (tmp_path / "out" / "garbled.txt").read_bytes() == FIXED.encode()
    assert "missing.txt: No such file" in result.stderr
    assert "binary.txt: " in result.stderr
    assert "1 file changed, 2 files failed" in result.stderr
    assert "Traceback" not in result.stderr


def test_what_is_no_text_below_a_folder_is_passed_over(garbled, tmp_path):
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    result = run("fix", "--check", tmp_path)
    assert result.exit_code == 1
    assert result.stderr.endswith("1 file would be changed, 1 file without text passed over\n")
    assert run("fix", "--check", tmp_path / "picture.png").exit_code == 2


def test_json_carries_the_receipts(garbled):
    row = json.loads(run("fix", "--format", "json", garbled).stdout)
    repair = row["repairs"][0]
    assert GARBLED[repair["source_start"] : repair["source_end"]] == repair["before"]
    assert row["text"][repair["start"] : repair["end"]] == repair["after"]


def test_jsonl_takes_many_inputs(garbled, clean):
    lines = run("fix", "--format", "jsonl", garbled, clean).stdout.splitlines()
    assert [len(json.loads(line)["repairs"]) for line in lines] == [1, 0]


def test_the_name_of_a_file_keeps_its_structure_whole(tmp_path):
    path = tmp_path / "data.json"
    path.write_text('{"тАУ": "The India\\u0442\\u0410\\u0423U.S."}', encoding="utf-8")
    assert run("fix", "-i", path).exit_code == 0
    assert json.loads(path.read_text(encoding="utf-8")) == {"тАУ": "The India–U.S."}


def test_a_file_that_is_not_what_its_name_says_is_repaired_as_text(tmp_path):
    path = tmp_path / "data.json"
    path.write_text("{ The IndiaтАУU.S. partnership", encoding="utf-8")
    result = run("fix", path)
    assert (result.exit_code, result.stdout) == (0, "{ The India–U.S. partnership")
    assert "not JSON" in result.stderr
    assert run("fix", "--as", "json", path).exit_code == 2


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["fix", "--no-such-option"], "No such option"),
        (["fix", "a", "b"], "--output-dir"),
        (["fix", "-i", "-"], "standard input"),
        (["fix", "-i", "-o", "x", "a"], "choose one of"),
        (["fix", "--check", "-o", "x", "a"], "leave out --output"),
        (["fix", "--report-format", "json", "-O", "x", "a"], "leave out --output-dir"),
        (["fix", "-o", ".", "a"], "is a directory"),
        (["fix", "-O", __file__, "a"], "is a file"),
        (["fix", "--diff", "--report-format", "json", "a"], "do not fit in one output"),
        (["clean", "a", "b"], "give --output-dir\n"),
        (["fix", "--backup", ".bak", "a"], "--in-place"),
        (["fix", "--min-probability", "2", "a"], "min-probability"),
        (["fix", "-i", "--format", "json", "a"], "--format"),
        (["fix", "--check", "--format", "json", "a"], "--format"),
        (["fix", "--word-diff", "--format", "jsonl", "a"], "--format"),
    ],
)
def test_wrong_usage_exits_with_two_and_says_the_way_out(args, said):
    result = run(*args)
    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.parametrize("form", ["github", "sarif", "json"])
def test_reports_for_continuous_integration_exit_with_one(garbled, form):
    result = run("fix", "--report-format", form, garbled)
    assert result.exit_code == 1
    assert "–" in result.stdout
    assert garbled.read_bytes() == GARBLED.encode()


def test_a_legacy_encoding_that_fails_a_check_is_annotated(tmp_path):
    path = tmp_path / "legacy.txt"
    path.write_bytes("Съешь ещё этих мягких булок, да выпей чаю.\n".encode("cp1251"))
    result = run("fix", "--report-format", "github", path)
    assert (result.exit_code, result.stdout.count("\n")) == (1, 1)
    assert "the file is in cp1251, not in UTF-8" in result.stdout


def test_a_report_for_continuous_integration_goes_to_the_output(garbled, tmp_path):
    result = run("fix", "--report-format", "json", "-o", tmp_path / "report.json", garbled)
    assert (result.exit_code, result.stdout) == (1, "")
    (place,) = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert (place["line"], place["after"]) == (1, "–")


def test_output_below_a_folder_that_cannot_be_made_names_that(garbled, tmp_path):
    result = run("fix", garbled, "-O", garbled / "out")
    assert result.exit_code == 2
    assert f"{garbled / 'out' / 'garbled.txt'} cannot be written: Not a directory" in result.stderr


def test_output_to_a_file_that_cannot_be_written_is_said(garbled, tmp_path):
    result = run("fix", garbled, "-o", tmp_path / "no" / "such" / "folder.txt")
    assert result.exit_code == 2
    assert "No such file" in result.stderr


def test_settings_are_read_and_the_command_line_wins(garbled, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text(
        '[tool.mojifix]\nformat = "json"\n[tool.mojifix.explain]\nformat = "jsonl"\n',
        encoding="utf-8",
    )
    assert run("fix", garbled).stdout.startswith("{")
    assert run("fix", garbled, "--format", "text").stdout_bytes == FIXED.encode()
    assert run("explain", garbled).stdout.startswith('{"path"')


def test_a_project_without_settings_has_those_of_the_folder_above(garbled, tmp_path, monkeypatch):
    inner = tmp_path / "inner"
    inner.mkdir()
    monkeypatch.chdir(inner)
    # As an editor on Windows writes it.
    (tmp_path / "mojifix.toml").write_text('format = "json"\n', encoding="utf-8-sig")
    (inner / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    assert run("fix", garbled).stdout.startswith("{")
    (inner / "pyproject.toml").write_text("[tool]\nmojifix = 1\n", encoding="utf-8")
    assert "is no table" in run("fix", garbled).stderr


@pytest.mark.parametrize(
    "line",
    [
        "colour = 1", "[clena]", "= nonsense", 'profile = "nice"', 'languages = "de"',
        "min_probability = 3", "quiet = 1", "languages = 1", "profile = []",
    ],
)  # fmt: skip
def test_wrong_settings_are_named(tmp_path, monkeypatch, line):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mojifix.toml").write_text(line + "\n", encoding="utf-8")
    result = run("fix", "-", stdin="x")
    assert result.exit_code == 2
    assert "mojifix.toml" in result.stderr


COMMAND = [sys.executable, "-m", "mojifix"]


def test_an_interrupt_exits_with_130(tmp_path):
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    waiting = subprocess.Popen([*COMMAND, "fix", str(fifo)], stderr=subprocess.PIPE)
    with fifo.open("wb"):  # opens when the command does, which then waits for bytes
        waiting.send_signal(2)
        assert waiting.wait(timeout=30) == 130
    assert waiting.stderr
    assert b"Traceback" not in waiting.stderr.read()


REPAIR = {"languages", "codepages", "profile", "min_probability", "unescape"}
CONTENT = {"kind", "comments", "tables", "links", "grids", "prefer"}


@pytest.mark.parametrize(
    ("name", "taken"),
    [("fix", REPAIR), ("explain", REPAIR), ("clean", REPAIR | CONTENT), ("batch", REPAIR | CONTENT),
     ("report", REPAIR | CONTENT)],
)  # fmt: skip
def test_a_command_takes_the_options_of_the_library_and_has_its_defaults(name, taken):
    context = click.Context(main)
    command = main.get_command(context, name)
    defaults = {param.name: param.get_default(context) for param in command.params}
    library = Options()
    assert taken <= set(defaults)
    for option in taken - {"languages", "codepages"}:
        assert defaults[option] == getattr(library, option)
