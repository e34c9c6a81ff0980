import csv
import io
import json
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_records import repair_at

from mojifix import Options, Repaired
from mojifix.codepages import singlebyte
from mojifix.containers import ContainerError, container_of, repair_container
from mojifix.mojibake import fix

GARBLED = "The IndiaтАУU.S. partnership"
FIXED = "The India–U.S. partnership"

# Values that tempt a repair into the structure: garbled pieces beside every kind of delimiter.
value = st.lists(
    st.sampled_from(
        [GARBLED, "cafÃ©", "â€œquotedâ€\x9d", 'a "b"', "1,5;2\t3|4", "<b>&amp;", "\\", "plain"]
    ),
    max_size=4,
).map(" ".join)
text_json = st.recursive(
    st.one_of(value, st.integers(), st.none(), st.booleans()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.sampled_from("abc"), inner, max_size=3)
    ),
    max_leaves=8,
)


def shape(node):
    if isinstance(node, dict):
        return {key: shape(item) for key, item in node.items()}
    if isinstance(node, list):
        return [shape(item) for item in node]
    return "" if isinstance(node, str) else node


def leaves(node):
    if isinstance(node, dict):
        return [leaf for item in node.values() for leaf in leaves(item)]
    if isinstance(node, list):
        return [leaf for item in node for leaf in leaves(item)]
    return [node] if isinstance(node, str) else []


@settings(max_examples=40)
@given(text_json, st.booleans(), st.sampled_from([None, 2]))
def test_json_keeps_its_shape_and_only_values_change(node, escaped, indent):
    source = json.dumps(node, ensure_ascii=escaped, indent=indent)
    result = json.loads(repair_container(source, "json").text)
    assert shape(result) == shape(node)
    assert leaves(result) == fix("\n".join(leaves(node))).split("\n")[: len(leaves(node))]


def test_json_keeps_its_keys_its_blanks_and_its_way_of_escaping():
    source = f'{{ "cafÃ©" :"{GARBLED}",\r\n"n":1.50, "e": "\\u0063\\u0061f\\u00c3\\u00a9 \\/"}}'
    result = repair_container(source, "json")
    assert result.text == source.replace(GARBLED, FIXED).replace("\\u00c3\\u00a9", "\\u00e9")
    for repair in result.repairs:
        assert source[repair.source_start : repair.source_end] == repair.before
        assert result.text[repair.start : repair.end] == repair.after


@settings(max_examples=40)
@given(
    st.lists(st.lists(value, min_size=2, max_size=3), min_size=1, max_size=4),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
)
def test_csv_keeps_its_records_and_fields(records, delimiter, quoting):
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, quoting=quoting).writerows(records)
    repaired = repair_container(stream.getvalue(), "csv").text
    result = list(csv.reader(io.StringIO(repaired, newline=""), delimiter=delimiter))
    assert [len(record) for record in result] == [len(record) for record in records]


@pytest.mark.parametrize(
    ("container", "source"),
    [
        ("csv", f'id;text\r\n1;{GARBLED}\r\n2;"a ""{GARBLED}"""\r\n'),
        ("subtitles", f"1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>{GARBLED}</i>\r\n\r\n2\r\n"),
        ("jsonl", f'{{"t": "{GARBLED}"}}\n\n["{GARBLED}"]\n'),
    ],
)
def test_values_are_repaired_and_nothing_around_them_changes(container, source):
    assert repair_container(source, container).text == source.replace(GARBLED, FIXED)


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, [name for name, _ in attrs]))

    def handle_endtag(self, tag):
        self.seen.append(tag)

    def handle_comment(self, data):
        self.seen.append(data)


def tags(page):
    parser = Tags()
    parser.feed(page)
    parser.close()
    return parser.seen


@settings(max_examples=40)
@given(st.lists(value.map(lambda text: text.replace("<b>", "<b>x</b>")), max_size=5))
def test_html_keeps_its_tags(texts):
    page = "".join(f"<p title='{i}'>{text}</p>" for i, text in enumerate(texts))
    assert tags(repair_container(page, "html").text) == tags(page)


def test_html_text_and_readable_attributes_are_repaired_and_nothing_else():
    inside = f'<p title="{GARBLED}" data-x="{GARBLED}">{GARBLED} &amp; &#8211;</p>'
    outside = f"<!-- {GARBLED} --><script>var a = '{GARBLED}'</script>"
    result = repair_container(outside + inside, "html").text
    assert result == outside + (f'<p title="{FIXED}" data-x="{GARBLED}">{FIXED} &amp; &#8211;</p>')


@pytest.mark.parametrize("blank", ["\u2003", "\u2028", "\u3000"])
def test_a_garbled_blank_between_tags_does_not_keep_a_page_from_repair(blank):
    source = "<p>{}</p><p>caf{} d{}{}t{}</p>"
    true = (blank, "é", "’", "é", "é")
    garbled = (singlebyte.decode(piece.encode(), "cp1252") for piece in true)
    assert repair_container(source.format(*garbled), "html").text == source.format(*true)


@pytest.mark.parametrize("container", ["csv", "html", "json", "jsonl", "subtitles"])
def test_what_stays_damaged_in_a_value_is_said(container):
    source = {
        "csv": "a,b\nGr\ufffd\ufffde,X\ufffdqz\n",
        "html": "<p>Gr\ufffd\ufffde aus X\ufffdqz</p>",
    }.get(container, '"Gr\\u00fc\ufffde aus X\ufffdqz"\n')
    damage = repair_container(source, container).damage
    assert [source[item.source_start : item.source_end] for item in damage][-1:] == ["\ufffd"]
    assert all(item.text == source[item.source_start : item.source_end] for item in damage)


def cues(text):
    """Each cue as its number, its times and the number of its lines."""
    blocks = [block.splitlines() for block in text.strip().split("\n\n")]
    return [(block[0], block[1], len(block)) for block in blocks if block]


@settings(max_examples=40)
@given(st.lists(st.lists(value.filter(str.strip), min_size=1, max_size=3), min_size=1, max_size=5))
def test_subtitles_keep_their_cues(spoken):
    source = "\n\n".join(
        "\n".join([str(at), f"00:00:0{at},000 --> 00:00:0{at},900", *lines])
        for at, lines in enumerate(spoken)
    )
    assert cues(repair_container(source, "subtitles").text) == cues(source)


@settings(max_examples=40)
@given(st.lists(text_json, min_size=1, max_size=6), st.booleans(), st.sampled_from(["\n", "\r\n"]))
def test_jsonl_keeps_its_rows_and_their_shapes(rows, escaped, line_break):
    source = line_break.join(json.dumps(row, ensure_ascii=escaped) for row in rows) + line_break
    result = repair_container(source, "jsonl").text
    assert result.count(line_break) == len(rows)
    assert [shape(json.loads(line)) for line in result.splitlines()] == [shape(row) for row in rows]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Caf\\u00c3\\u00a9 \\u00FC", "Caf\\u00e9 \\u00FC"),
        ("cafÃ© \\u00e9", "café \\u00e9"),
        ("a\\:b \\\\ caf\\u00C3\\u00A9 \\\r\n   th\\u00C3\\u00A9", None),
    ],
)
def test_properties_keep_their_keys_comments_lines_and_escapes(before, after):
    after = after or before.replace("\\u00C3\\u00A9", "\\u00e9")
    form = "# cafÃ© \\\n!cafÃ©\ncaf\\u00c3\\u00a9\\ =\n\n key\\:cafÃ© : {}\nlast={}\n"
    result = repair_container(form.format(before, before), "properties")
    assert result.text == form.format(after, after)
    for repair in result.repairs:
        assert result.text[repair.start : repair.end] == repair.after


TIDY = Options(profile="tidy", unescape=True)


def shape_of_json(text):
    return shape(json.loads(text))


def widths_of_csv(text):
    return [len(row) for row in csv.reader(io.StringIO(text))]


@pytest.mark.parametrize(
    ("container", "source", "read"),
    [
        ("json", '{"a": "“x” \u2028 and ＂ ", "b": "%22 &quot; ﬁ"}', shape_of_json),
        ("csv", 'a,“x”\nb,"“y, z”"\n', widths_of_csv),
        ("html", "<p title='it’s “x”'>＜b＞ “q”</p>", tags),
        ("subtitles", "1\n00:00:01,000 --> 00:00:02,000\n“a”\u2028b", cues),
    ],
)
def test_cosmetic_fixes_that_look_like_structure_do_not_become_structure(container, source, read):
    result = repair_container(source, container, TIDY).text
    assert result != source
    assert read(result) == read(source)


@pytest.mark.parametrize(("container", "text"), [("json", "{"), ("jsonl", '{}\n"'), ("json", "")])
def test_what_is_not_what_it_says_is_refused(container, text):
    with pytest.raises(ContainerError, match="not JSON"):
        repair_container(text, container)


def test_a_repair_that_would_change_the_structure_is_not_made(monkeypatch):
    broken = Repaired(text="a,b,c", repairs=(repair_at(0, 0),))
    monkeypatch.setattr("mojifix.containers.repairing.repair_fields", lambda *_: (broken, 2))
    with pytest.raises(ContainerError, match="would change the structure"):
        repair_container("a,b", "csv")


def test_the_line_that_is_not_json_is_named():
    with pytest.raises(ContainerError, match="line 3 is not JSON"):
        repair_container("{}\n\n[", "jsonl")


def test_an_unknown_container_is_refused_with_the_choices():
    with pytest.raises(ValueError, match="choose one of"):
        repair_container("", "docx")


def test_the_name_of_a_file_tells_its_container():
    assert container_of("a/b.HTML") == "html"
    assert container_of("notes.ipynb") == "json"
    assert container_of("README") is None


@pytest.mark.parametrize("container", ["csv", "html", "properties", "subtitles"])
@settings(max_examples=40)
@given(text=st.text(st.sampled_from("\"<>!-/ab=,;'\\u#\r\n\t"), max_size=60))
def test_any_text_is_read(container, text):
    assert repair_container(text, container).text == text
