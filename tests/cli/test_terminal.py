import io
from contextlib import redirect_stderr

import pytest
from click.testing import CliRunner

from mojifix.cli import main, terminal
from mojifix.cli.terminal import Terminal, bar, progress

GARBLED = "The IndiaтАУU.S. partnership"


class Screen(io.StringIO):
    """A standard error that is a terminal."""

    def isatty(self):
        return True


def test_quick_work_shows_no_progress():
    with redirect_stderr(Screen()) as screen:
        assert list(progress(range(5), Terminal())) == [0, 1, 2, 3, 4]
    assert screen.getvalue() == ""


def test_work_on_one_thing_shows_no_progress(monkeypatch):
    monkeypatch.setattr(terminal, "PROGRESS_AFTER", -1)
    with redirect_stderr(Screen()) as screen:
        assert list(progress(["a"], Terminal())) == ["a"]
    assert screen.getvalue() == ""


def test_long_work_shows_how_much_is_done(monkeypatch):
    monkeypatch.setattr(terminal, "PROGRESS_AFTER", -1)
    with redirect_stderr(Screen()) as screen:
        list(progress(range(4), Terminal()))
    assert "100%" in screen.getvalue()


def test_what_is_said_takes_the_line_of_the_progress(monkeypatch):
    monkeypatch.setattr(terminal, "PROGRESS_AFTER", -1)
    with redirect_stderr(Screen()) as screen:
        for item in progress(range(3), Terminal(color="never")):
            Terminal(color="never").note(str(item))
    assert screen.getvalue().count("\r\x1b[Knote: ") == 3


@pytest.mark.parametrize("quiet", [True, False])
def test_no_progress_when_quiet_or_when_nobody_is_looking(monkeypatch, quiet):
    monkeypatch.setattr(terminal, "PROGRESS_AFTER", -1)
    with redirect_stderr(Screen() if quiet else io.StringIO()) as screen:
        list(progress(range(4), Terminal(quiet=quiet)))
        with bar(10, Terminal(quiet=quiet)) as advance:
            advance(10)
    assert screen.getvalue() == ""


def test_code_that_looks_like_a_change_is_not_colored(tmp_path):
    path = tmp_path / "a.py"
    path.write_text(f"last = rows[-1]  # {GARBLED}\n", encoding="utf-8")
    shown = CliRunner().invoke(main, ["fix", "--word-diff", "--color", "always", str(path)]).stdout
    assert "rows[-1]  # The India\x1b[31m[-тАУ-]\x1b[0m\x1b[32m{+–+}\x1b[0mU.S." in shown


def test_what_a_file_holds_does_not_steer_the_terminal(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(f"\x1b[2J\u202e {GARBLED}\n", encoding="utf-8")
    for args in (["explain"], ["fix", "--diff"], ["fix", "--word-diff"]):
        shown = CliRunner().invoke(main, [*args, "--color", "never", str(path)]).stdout
        assert "<U+001B>[2J<U+202E>" in shown
        assert "\x1b" not in shown


def test_the_name_of_a_file_does_not_steer_the_terminal(tmp_path):
    path = tmp_path / "a\x1b[2J\nb.txt"
    path.write_text(GARBLED, encoding="utf-8")
    (tmp_path / "c\x1b.txt").symlink_to(tmp_path / "nowhere")
    for args in (["explain"], ["detect"], ["fix", "--diff"], ["fix", "--word-diff"]):
        result = CliRunner().invoke(main, [*args, "--color", "never", str(tmp_path)])
        assert "a<U+001B>[2J<U+000A>b.txt" in result.stdout
        assert "c<U+001B>.txt: No such file" in result.stderr
        assert "\x1b" not in result.output


def test_a_report_on_standard_output_is_the_whole_page(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(f"A \x1b[31mred\x1b[0m line. {GARBLED}\n", encoding="utf-8")
    out = tmp_path / "r.html"
    CliRunner().invoke(main, ["report", str(path), "-o", str(out)])
    shown = CliRunner().invoke(main, ["report", str(path)]).stdout_bytes
    assert shown == out.read_bytes()
    assert b"\x1b[31mred" in shown
