import gzip
import json

import pytest
from click.testing import CliRunner

from mojifix.batch import parallel
from mojifix.cli import main

GARBLED = "The IndiaтАУU.S. partnership grows by the year, as both of its sides say."
FIXED = GARBLED.replace("тАУ", "–")
ROWS = [
    {"id": 1, "text": GARBLED, "other": [1.5, None]},
    {"id": 2, "text": FIXED},
    {"id": 3, "text": None},
    {"id": 4, "text": 5},
    {"id": 5},
]


def run(*args):
    return CliRunner().invoke(main, ["batch", "-j", "1", *[str(arg) for arg in args]])


def rows_of(path):
    data = path.read_bytes()
    return [
        json.loads(line)
        for line in (gzip.decompress(data) if path.suffix == ".gz" else data).splitlines()
    ]


@pytest.fixture
def jsonl(tmp_path):
    path = tmp_path / "rows.jsonl"
    lines = [json.dumps(row) for row in ROWS]
    path.write_text("\n".join([*lines, "not json", ""]), encoding="utf-8")
    return path


def test_every_row_comes_out_in_order_with_its_status(jsonl, tmp_path):
    result = run(jsonl, "-o", tmp_path / "out", "--task", "fix")
    assert result.exit_code == 2
    rows = rows_of(tmp_path / "out" / "rows.jsonl")
    statuses = [row.pop("mojifix")["status"] for row in rows]
    assert statuses == ["changed", "unchanged", "empty", "error", "error", "error"]
    assert rows == [ROWS[0] | {"text": FIXED}, *ROWS[1:], {"raw": "not json"}]


def test_a_field_that_has_the_name_of_the_report_is_kept_in_it(tmp_path):
    own = {"text": GARBLED, "mojifix": ["of", "the", "row"]}
    (tmp_path / "rows.jsonl").write_text(json.dumps(own), encoding="utf-8")
    run(tmp_path / "rows.jsonl", "-o", tmp_path / "out", "--task", "fix")
    (row,) = rows_of(tmp_path / "out" / "rows.jsonl")
    assert (row["mojifix"]["status"], row["mojifix"]["replaced"]) == ("changed", own["mojifix"])


def test_failed_rows_are_listed_and_the_counts_add_up(jsonl, tmp_path):
    result = run(jsonl, "-o", tmp_path / "out")
    errors = rows_of(tmp_path / "out" / "errors.jsonl")
    assert [(error["row"], error.get("id")) for error in errors] == [(4, 4), (5, 5), (6, None)]
    summary = json.loads((tmp_path / "out" / "summary.json").read_text(encoding="utf-8"))
    assert summary.pop("rows") == sum(summary.values()) == 6
    assert summary["error"] == 3
    assert "6 rows" in result.stderr
    assert "3 failed" in result.stderr


def test_the_output_is_the_same_with_one_worker_and_with_three(jsonl, tmp_path):
    for workers in (1, 3):
        run(jsonl, "-o", tmp_path / f"out{workers}", "-j", workers, "--receipts")
    for name in ("rows.jsonl", "errors.jsonl", "summary.json"):
        one = (tmp_path / "out1" / name).read_bytes()
        assert one == (tmp_path / "out3" / name).read_bytes()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_rows_in_utf_16_and_utf_32_are_read(jsonl, tmp_path, encoding):
    run(jsonl, "-o", tmp_path / "plain", "--task", "fix")
    # U+0A0A has bytes of a line feed, and U+2028 is no end of a line.
    row = json.dumps({"id": "ਨਹੀਂ ਊ\u2028"}, ensure_ascii=False)
    jsonl.write_bytes((jsonl.read_text(encoding="utf-8") + row).encode(encoding))
    run(jsonl, "-o", tmp_path / "wide", "--task", "fix")
    rows = rows_of(tmp_path / "wide" / "rows.jsonl")
    assert rows[:-1] == rows_of(tmp_path / "plain" / "rows.jsonl")
    assert rows[-1]["id"] == json.loads(row)["id"]


def test_compressed_files_below_a_folder_are_read(tmp_path):
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "b.html"):
        (tmp_path / "in" / name).write_text(f"<p>{GARBLED}", encoding="utf-8")
        packed = gzip.compress((tmp_path / "in" / name).read_bytes())
        (tmp_path / "in" / f"{name}.gz").write_bytes(packed)
    (tmp_path / "in" / "c.txt.gz").write_bytes(packed[:-9])
    (tmp_path / "in" / "d.tar.gz").write_bytes(packed)
    result = run(tmp_path / "in", "-o", tmp_path / "out", "--task", "fix")
    assert "5 rows: 4 changed, 0 unchanged, 0 empty, 1 failed" in result.stderr
    assert "1 file of other kinds (.tar)" in result.stderr
    rows = rows_of(tmp_path / "out" / "documents.jsonl")
    assert [row["path"] for row in rows] == ["a.txt", "a.txt.gz", "b.html", "b.html.gz", "c.txt.gz"]
    assert {row.get("text") for row in rows[:4]} == {f"<p>{FIXED}"}


def test_gzip_in_is_gzip_out_and_reproducible(jsonl, tmp_path):
    packed = tmp_path / "rows.jsonl.gz"
    packed.write_bytes(gzip.compress(jsonl.read_bytes()))
    for out in ("a", "b"):
        run(packed, "-o", tmp_path / out)
    first = (tmp_path / "a" / "rows.jsonl.gz").read_bytes()
    assert first == (tmp_path / "b" / "rows.jsonl.gz").read_bytes()
    assert first[4:8] == bytes(4)  # RFC 1952, section 2.3.1: no time
    assert len(rows_of(tmp_path / "a" / "rows.jsonl.gz")) == 6


def test_all_rows_can_go_to_one_file(jsonl, tmp_path):
    run(jsonl, "-o", tmp_path / "all.jsonl")
    assert len(rows_of(tmp_path / "all.jsonl")) == 6
    assert len(rows_of(tmp_path / "all.errors.jsonl")) == 3


@pytest.mark.parametrize(
    "damaged",
    [lambda data: data[:-2_000], lambda data: data + gzip.compress(b"")[:10] + b"\xff" * 50],
    ids=["cut", "broken"],
)
def test_a_damaged_archive_gives_what_could_be_read_and_says_so(tmp_path, damaged):
    rows = "".join(json.dumps({"id": n, "text": f"Row {n} of many."}) + "\n" for n in range(5_000))
    packed = tmp_path / "rows.jsonl.gz"
    packed.write_bytes(damaged(gzip.compress(rows.encode())))
    result = run(packed, "-o", tmp_path / "out", "-j", 1, "--task", "fix")
    assert result.exit_code == 2
    written = rows_of(tmp_path / "out" / "rows.jsonl.gz")
    assert 0 < len(written) - 1 <= 5_000
    assert written[-1]["mojifix"]["status"] == "error"
    assert [row["id"] for row in written[:-1]] == list(range(len(written) - 1))


def test_a_line_that_is_too_long_is_a_failed_row(jsonl, tmp_path, monkeypatch):
    monkeypatch.setattr("mojifix.batch.rows.MAX_LINE", 150)
    with jsonl.open("a", encoding="utf-8") as stream:
        stream.write(json.dumps({"text": "x" * 500}) + "\n" + json.dumps({"text": "last"}) + "\n")
    run(jsonl, "-o", tmp_path / "out", "--task", "fix")
    *_, long, last = rows_of(tmp_path / "out" / "rows.jsonl")
    assert long["mojifix"]["error"] == "the line is longer than 150 bytes"
    assert last["text"] == "last"


def test_rows_below_folders_come_out_below_folders_and_files_in_order(jsonl, tmp_path):
    for name in "zamqb":
        (tmp_path / "in" / name).mkdir(parents=True)
        (tmp_path / "in" / name / "a.txt").write_text(FIXED, encoding="utf-8")
    jsonl.rename(tmp_path / "in" / "q" / "rows.jsonl")
    run(tmp_path / "in", "-o", tmp_path / "out")
    assert len(rows_of(tmp_path / "out" / "q" / "rows.jsonl")) == 6
    paths = [row["path"] for row in rows_of(tmp_path / "out" / "documents.jsonl")]
    assert paths == [f"{name}/a.txt" for name in "abmqz"]


def test_an_output_that_is_a_link_stays_one(jsonl, tmp_path):
    target, link = tmp_path / "target.jsonl", tmp_path / "link.jsonl"
    target.write_text("old", encoding="utf-8")
    link.symlink_to(target)
    run(jsonl, "-o", link)
    assert link.is_symlink()
    assert len(rows_of(target)) == 6


def test_a_nested_field_is_reached_by_dots(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"page": {"body": GARBLED, "n": 1}}), encoding="utf-8")
    run(path, "-o", tmp_path / "out", "--field", "page.body", "--task", "fix")
    row = rows_of(tmp_path / "out" / "rows.jsonl")[0]
    assert row["page"] == {"body": FIXED, "n": 1}


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "a.txt").write_text(GARBLED, encoding="utf-8")
    (folder / "b.html").write_text(f"<html><body><p>{GARBLED}</p></body></html>", encoding="utf-8")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "picture.png").write_bytes(b"\x89PNG")
    return folder


def test_a_folder_becomes_one_row_per_text_or_html_file(folder, tmp_path):
    result = run(folder, "-o", tmp_path / "out")
    assert result.exit_code == 2
    assert "1 file of other kinds (.png) passed over" in result.stderr  # the picture
    rows = rows_of(tmp_path / "out" / "documents.jsonl")
    assert [row["path"] for row in rows] == ["b.html", "binary.txt", "deep/a.txt"]
    assert [row["mojifix"]["status"] for row in rows] == ["changed", "error", "changed"]
    assert FIXED in rows[0]["text"]


def test_what_is_content_is_chosen_as_for_clean(tmp_path):
    path = tmp_path / "piece.html"
    path.write_text("<p>Wash the <a href=/leeks>leeks</a> well.</p>", encoding="utf-8")
    run(path, "-o", tmp_path / "out", "--kind", "html", "--links", "--format", "markdown")
    written = (tmp_path / "out" / "piece.html.md").read_text(encoding="utf-8")
    assert written == "Wash the [leeks](/leeks) well.\n"


@pytest.mark.parametrize("workers", [1, 2])
def test_a_piece_of_a_page_is_html_where_its_file_is_named_so(workers, tmp_path):
    (tmp_path / "in").mkdir()
    for name in ("soup.html", "soup.txt"):
        (tmp_path / "in" / name).write_text("<p>Wash the leeks well.</p>\n", encoding="utf-8")
    assert run(tmp_path / "in", "-o", tmp_path / "o.jsonl", "-j", workers).exit_code == 0
    texts = [row["text"].strip() for row in rows_of(tmp_path / "o.jsonl")]
    assert texts == ["Wash the leeks well.", "<p>Wash the leeks well.</p>"]


@pytest.mark.parametrize("args", [["fix"], ["explain"], ["batch", "-j1", "--task", "fix"]])
def test_what_no_reader_sees_of_a_page_is_left_alone(args, tmp_path):
    path = tmp_path / "page.html"
    path.write_text(f"<script>'{GARBLED}'</script><p title='{GARBLED}'>", encoding="utf-8")
    more = ["-o", str(tmp_path / "o.jsonl")] if args[0] == "batch" else []
    shown = CliRunner().invoke(main, [*args, str(path), *more]).stdout
    shown = shown or rows_of(tmp_path / "o.jsonl")[0]["text"]
    assert shown.count("тАУ") == 1
    assert shown.count("–") == 1


def test_a_folder_can_become_a_folder_of_markdown(folder, tmp_path):
    run(folder, "-o", tmp_path / "out", "--format", "markdown")
    written = {
        path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.*")
    }
    assert written == {"b.html.md", "deep/a.txt.md", "errors.jsonl", "summary.json"}


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda tmp: [tmp / "missing", "-o", tmp / "out"], "no such file"),
        (lambda tmp: [tmp, "-o", tmp / "out"], "there is no text"),
        (lambda tmp: [tmp], "Missing option"),
        (lambda tmp: [tmp, "-o", tmp / "out.json"], "ends in .jsonl"),
        (lambda tmp: [tmp, "-o", __file__], "ends in .jsonl"),
        (lambda tmp: [tmp, "-o", "-"], "ends in .jsonl"),
    ],
)
def test_wrong_usage_exits_with_two(make, said, tmp_path):
    result = run(*make(tmp_path))
    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.parametrize(
    ("names", "args", "said"),
    [
        (["in/a.jsonl"], "in/a.jsonl -o in", "replace an input"),
        (["in/a.txt", "in/a.txt.txt"], "in -o in --format text", "replace an input"),
        (["in/a.txt", "in/a.jsonl"], "in -o in/a.jsonl", "replace an input"),
        (["in/errors.jsonl"], "in/errors.jsonl -o out", "called errors.jsonl"),
        (["in/a.jsonl", "b/a.jsonl"], "in/a.jsonl b/a.jsonl -o out", "called 'a.jsonl'"),
    ],
)
def test_no_result_replaces_an_input_or_another_result(names, args, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps({"text": name}) + "\n", encoding="utf-8")
    result = run(*args.split())
    assert result.exit_code == 2
    assert said in result.stderr
    for name in names:
        assert json.loads((tmp_path / name).read_text(encoding="utf-8")) == {"text": name}


def test_a_file_that_cannot_be_read_is_a_failed_row(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "in" / "b.txt").write_text(GARBLED, encoding="utf-8")
    result = run(tmp_path / "in", "-o", tmp_path / "out", "--task", "fix")
    assert result.exit_code == 2
    rows = rows_of(tmp_path / "out" / "documents.jsonl")
    assert [row["mojifix"]["status"] for row in rows] == ["error", "changed"]


def test_a_row_in_another_encoding_is_read(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_bytes('{"id": 1, "text": "Le garçon est allé à l’école."}\n'.encode("cp1252"))
    result = run(path, "-o", tmp_path / "out", "--task", "fix")
    assert result.exit_code == 0
    (row,) = rows_of(tmp_path / "out" / "rows.jsonl")
    assert row["text"] == "Le garçon est allé à l’école."


@pytest.mark.parametrize("output", ["out", "out.jsonl"])
def test_what_an_earlier_batch_left_is_no_input(folder, output):
    for _ in range(2):
        run(folder, "-o", folder / output)
    rows = folder / output if output.endswith(".jsonl") else folder / output / "documents.jsonl"
    assert len(rows_of(rows)) == 3


def test_workers_are_started_once_however_many_outputs(tmp_path, monkeypatch):
    started = []
    make = parallel._pool
    monkeypatch.setattr(parallel, "_pool", lambda number: started.append(number) or make(number))
    for name in ("a", "b", "c", "d"):
        lines = "" if name == "b" else json.dumps({"text": GARBLED, "name": name}) + "\n"
        (tmp_path / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    paths = sorted(tmp_path.glob("*.jsonl"))
    assert run(*paths, "-o", tmp_path / "out", "--task", "fix", "-j", "2").exit_code == 0
    assert started == [2]
    names = [[row["name"] for row in rows_of(tmp_path / "out" / path.name)] for path in paths]
    assert names == [["a"], [], ["c"], ["d"]]
