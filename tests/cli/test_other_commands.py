import json
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from mojifix.cli import main
from mojifix.cli.app import COMMANDS
from mojifix.decoding import decode
from mojifix.document import Document, schema

FLAT = """Leek soup

The leeksтАФtwo or threeтАФmust be washed well, because sand hides between their leaves.

Fry them gently in butter for ten minutes, then add the potatoes and a litre of stock.
"""


def run(*args, stdin=None):
    return CliRunner().invoke(main, [str(arg) for arg in args], input=stdin)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"Usage: main {command}" in result.stdout


def test_clean_gives_a_document_that_obeys_the_schema():
    result = run("clean", "-", "--format", "json", stdin=FLAT.encode())
    assert result.exit_code == 0
    values = json.loads(result.stdout)
    Draft202012Validator(schema()).validate(values)
    assert [repair.after for repair in Document.from_dict(values).repairs] == ["—", "—"]


def test_every_format_shows_the_same_blocks():
    document = Document.from_dict(
        json.loads(run("clean", "-", "--format", "json", stdin=FLAT.encode()).stdout)
    )
    assert run("clean", "-", stdin=FLAT.encode()).stdout == document.text + "\n"
    markdown = run("clean", "-", "--format", "markdown", stdin=FLAT.encode())
    assert markdown.stdout == document.markdown
    tei = ElementTree.fromstring(run("clean", "-", "--format", "xml", stdin=FLAT.encode()).stdout)
    body = tei.find(".//{http://www.tei-c.org/ns/1.0}body")
    assert body is not None
    assert "".join(body.itertext()).split() == document.text.split()


@pytest.mark.parametrize("command", ["fix", "decode"])
def test_a_declaration_that_is_true_no_longer_is_said(command):
    page = '<?xml version="1.0" encoding="ISO-8859-1"?>\n<dish>Crème brûlée</dish>\n'
    result = run(command, "-", stdin=page.encode("latin-1"))
    assert result.stdout == page
    assert "still declares ISO-8859-1" in result.stderr
    assert "declares" not in run(command, "-", stdin=page.encode()).stderr


@pytest.mark.parametrize(
    ("data", "reason"), [(b"", "no text"), (b" \n ", "no text"), (bytes(range(256)) * 40, "binary")]
)
def test_clean_of_what_is_no_text_fails_with_the_reason(data, reason):
    result = run("clean", "-", stdin=data)
    assert (result.exit_code, result.stdout) == (2, "")
    assert reason in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("command", ["fix", "clean", "decode", "explain", "report"])
def test_the_languages_to_expect_are_told_to_the_decoder(command, monkeypatch):
    told = []

    def spy(data, *, declared, languages):
        told.append(languages)
        return decode(data, declared=declared, languages=languages)

    monkeypatch.setattr("mojifix.decoding.decode", spy)
    assert run(command, "--language", "cs", "-", stdin="malý".encode("iso8859-2")).exit_code == 0
    assert set(told) == {("cs",)}


@pytest.mark.parametrize("command", ["fix", "decode"])
def test_a_filter_of_nothing_gives_nothing(command):
    result = run(command, "-", stdin=b"")
    assert (result.exit_code, result.stdout_bytes) == (0, b"")


def test_clean_puts_links_into_markdown_when_asked():
    page = "<h1>Soup</h1><p>Wash the <a href=/leeks>leeks</a> well.</p>"
    args = ("clean", "-", "--kind", "html", "--format", "markdown")
    assert "the leeks well" in run(*args, stdin=page).stdout
    assert "the [leeks](/leeks) well" in run(*args, "--links", stdin=page).stdout


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        ("piece.html", "<div>Wash the <b>leeks</b> well.</div>", "Wash the leeks well.\n"),
        ("PIECE.HTM", "Wash the leeks<br>well.", "Wash the leeks\nwell.\n"),
        ("lesson.txt", "<b> is bold, </b> ends it.", "<b> is bold, </b> ends it.\n"),
        ("text.html", "Salt &amp; pepper\nfor two", "Salt &amp; pepper\nfor two\n"),
    ],
)
def test_clean_reads_a_piece_of_a_page_by_its_name(tmp_path, name, content, text):
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert run("clean", str(tmp_path / name)).stdout == text


def test_clean_writes_one_file_per_input_below_a_folder(tmp_path):
    (tmp_path / "in").mkdir()
    for name in ("page.html", "page.txt"):
        (tmp_path / "in" / name).write_text(FLAT, encoding="utf-8")
    result = run("clean", tmp_path / "in", "--format", "markdown", "-O", tmp_path / "out")
    assert result.exit_code == 0
    names = sorted(path.name for path in (tmp_path / "out" / "in").iterdir())
    assert names == ["page.html.md", "page.txt.md"]
    assert "2 files written" in result.stderr


def test_decode_turns_a_legacy_encoding_into_utf8(tmp_path):
    text = "Съешь же ещё этих мягких французских булок, да выпей чаю.\r\n" * 3
    path = tmp_path / "legacy.txt"
    path.write_bytes(text.encode("cp1251"))
    result = run("decode", path)
    assert (result.exit_code, result.stdout_bytes) == (0, text.encode())
    assert run("decode", "--check", path).exit_code == 1
    assert run("decode", "-i", path).exit_code == 0
    assert path.read_bytes() == text.encode()
    assert run("decode", "--check", path).exit_code == 0


def test_decode_keeps_a_byte_order_mark_unless_asked():
    assert run("decode", "-", stdin=b"\xef\xbb\xbfa").stdout_bytes == b"\xef\xbb\xbfa"
    assert run("decode", "--strip-bom", "-", stdin=b"\xef\xbb\xbfa").stdout_bytes == b"a"


@pytest.mark.parametrize("option", [["--word-diff"], ["--report-format", "json"]])
def test_decode_repairs_nothing_and_has_no_options_that_show_repairs(option):
    result = run("decode", *option, "-", stdin=b"x")
    assert result.exit_code == 2
    assert "No such option" in result.stderr


def test_detect_names_the_encoding(tmp_path):
    path = tmp_path / "legacy.txt"
    path.write_bytes(("Съешь же ещё этих мягких французских булок. " * 5).encode("koi8-r"))
    assert run("detect", path).stdout.startswith(f"{path}: koi8")
    assert run("detect", "--minimal", path).stdout.strip().startswith("koi8")
    assert len(run("detect", "--minimal", "--all", path).stdout.split()) > 1
    row = json.loads(run("detect", "--format", "jsonl", path).stdout)
    assert row["encoding"].startswith("koi8")
    assert row["language"] == "ru"


def test_explain_says_what_how_and_how_to_stop_it():
    result = run("explain", "The IndiaтАУU.S. partnership")
    assert result.exit_code == 0
    for part in ("»тАУ«", "–", "UTF-8 bytes were read as cp866", 'encoding="utf-8"'):
        assert part in result.stdout


def test_explain_says_where_in_a_file(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("one\nThe IndiaтАУU.S. partnership\nтАУ\n", encoding="utf-8")
    assert f"{path}:2:10: " in run("explain", path).stdout
    shown = run("explain", "--format", "jsonl", path).stdout
    rows = [json.loads(line) for line in shown.splitlines()]
    assert [row["source_start"] for row in rows] == [13, 33]
    assert {row["code"] for row in rows} == {"utf8-as-cp866"}


def test_explain_shows_some_of_a_long_line():
    shown = run("explain", f"{'one ' * 50}The IndiaтАУU.S. partnership{' two' * 50}").stdout
    line = shown.splitlines()[0]
    assert (line[0], line[-1], len(line)) == ("…", "…", 30 + len("…»тАУ«…") + 30)


def test_explain_names_damage_and_a_place_only_in_files(tmp_path):
    text = "Gr\ufffd\ufffde aus X\ufffdqz"
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    said = "\ufffd\ufffd is damaged: bytes were lost"
    assert run("explain", text).stdout.startswith(said)
    assert run("explain", path).stdout.startswith(f"{path}:1:3: {said}")


def test_explain_says_that_a_missing_file_was_taken_for_a_text():
    assert run("explain", "nots.txt").stdout == "nothing is garbled in the text 'nots.txt'\n"


def test_report_writes_one_page_and_names_what_failed(tmp_path):
    (tmp_path / "a.txt").write_text(FLAT, encoding="utf-8")
    result = run("report", tmp_path / "a.txt", tmp_path / "missing", "-o", tmp_path / "r.html")
    assert result.exit_code == 2
    assert "missing" in result.stderr
    written = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert written.startswith("<!DOCTYPE html>")
    assert written.count("<mark") == 4


@pytest.mark.parametrize(
    ("words", "number", "completed"),
    [("mojifix cl", 1, "plain,clean"), ("mojifix fix --in", 2, "plain,--in-place"),
     ("mojifix fix ", 2, "file,"), ("mojifix clean --format m", 3, "plain,markdown"),
     ("mojifix not", 1, "file,not")],
)  # fmt: skip
def test_the_shell_completes_commands_options_and_files(words, number, completed, monkeypatch):
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(number))
    result = CliRunner(env={"_MOJIFIX_COMPLETE": "bash_complete"}).invoke(
        main, prog_name="mojifix", complete_var="_MOJIFIX_COMPLETE"
    )
    assert completed in result.stdout.splitlines()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_printed_for_every_shell(shell):
    result = run("completion", shell)
    assert result.exit_code == 0
    assert "_MOJIFIX_COMPLETE" in result.stdout


def test_the_manual_page_has_every_command_and_escapes_its_hyphens():
    page = run("man").stdout
    assert page.startswith(".TH MOJIFIX 1")
    for command in COMMANDS:
        assert f".SS mojifix {command}" in page
    assert "\\-\\-in\\-place" in page
