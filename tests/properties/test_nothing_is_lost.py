"""Every word of a page is in what is kept or in what is removed, wherever it stands."""

import re
from itertools import count

from hypothesis import example, given, settings
from hypothesis import strategies as st

from mojifix import Limits, Options, clean

TAGS = (
    "a abbr article aside b blockquote br button canvas caption code dd details div dl dt em "
    "fieldset figcaption figure font footer form frameset h1 h2 h6 header i iframe label legend li "
    "main map math mi my-element nav noembed noframes noscript object ol option optgroup p pre "
    "ruby rt rp section select span sub summary svg table tbody td textarea tfoot th thead time "
    "title tr u ul video xmp"
).split()
ATTRIBUTES = (
    "", " hidden", ' style="display: none"', ' style="visibility:hidden"', ' class="nav comments"',
    ' aria-hidden="true"', " href=/", " rowspan=2", " colspan=2", ' id="S:1"',
)  # fmt: skip
WORD = re.compile(r"word\d+")

texts = st.sampled_from(["{}", " {} ", "{}\n{}", "¶", "#", "{} <br><br> {}", "<!--$?-->"])
attributes = st.sampled_from(ATTRIBUTES)
elements = st.deferred(
    lambda: st.builds(
        lambda tag, attribute, inner, end: (
            f"<{tag}{attribute}>{''.join(inner)}{end and f'</{tag}>'}"
        ),
        st.sampled_from(TAGS),
        attributes,
        st.lists(nodes, max_size=4),
        st.booleans(),
    )
)
places = st.just("<template id=B:1></template>{}<!--/$-->")
nodes = texts | elements | places
pages = st.lists(nodes, min_size=1, max_size=8).map(lambda parts: "".join(["<body>", *parts]))


def numbered(page: str) -> str:
    numbers = count()
    return re.sub(r"\{\}", lambda _: f"word{next(numbers)}", page)


def words(*texts: str) -> list[str]:
    return sorted(word for text in texts for word in WORD.findall(text))


@settings(max_examples=300, deadline=None)
@given(pages, st.sampled_from([2, 512]))
@example("{}<span hidden>{}</span>", 512)
@example("<select><option>{}<option>{}</select><svg><title>{}</title><text>{}", 512)
@example("<h2>{}<a href=#a>#</a></h2><textarea>{}</textarea><math><mi>{}", 512)
@example("<frameset><frame><noframes><p>{}<p>{}</noframes></frameset>", 512)
@example(
    "{}<template id=B:1></template><p>{}</p><!--/$--><p>{}</p><div hidden id=S:1>{}</div>", 512
)
def test_every_word_of_a_page_is_kept_or_removed(page, deepest):
    page = numbered(page)
    document = clean(page, kind="html", options=Options(limits=Limits(max_depth=deepest)))
    pieces = [piece.text for piece in (*document.blocks, *document.removed)]
    if title := re.search(r"<title[^>]*>([^<]*)", page):
        pieces.append(title[1])
    assert set(words(page)) <= set(words(*pieces))


def test_what_is_hidden_within_a_text_is_repaired_with_a_receipt():
    document = clean("<p>cafÃ© <span hidden>thÃ©</span> et gÃ¢teau</p>", kind="html")
    pieces = [*document.blocks, *document.removed]
    assert [piece.text for piece in pieces] == ["café et gâteau", "thé"]
    text = "\n".join(piece.text for piece in pieces)
    assert [text[repair.start : repair.end] for repair in document.repairs] == ["é", "â", "é"]
    source = "cafÃ© et gÃ¢teau\nthÃ©"
    for repair in document.repairs:
        assert source[repair.source_start : repair.source_end] == repair.before
    start, end = pieces[1].source_start, pieces[1].source_end
    assert source[start:end] == "thÃ©"


def test_what_is_hidden_does_not_change_what_is_kept():
    pages = (
        "<p>Wash the leeks.{}</p><p>Fry them.</p>".format(f"<i hidden>{said}</i>")
        for said in ("", "no")
    )
    before, after = (clean(page, kind="html") for page in pages)
    assert (before.text, before.blocks) == (after.text, after.blocks)
    assert [piece.text for piece in after.removed] == ["no"]
