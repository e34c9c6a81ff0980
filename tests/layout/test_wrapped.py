"""Feeds and messages: the pages in them are read, and nothing of them is lost."""

import pytest
from growth import assert_linear, repeated

from mojifix import Options, clean
from mojifix.layout.wrapped import body_of, feed_page

MIME = "MIME-Version: 1.0\nContent-Type: "
QUOTED = "Content-Transfer-Encoding: quoted-printable"
MIXED = f'{MIME}multipart/mixed;\n boundary="a"'
ATTACHED = "Content-Type: text/html\nContent-Disposition: attachment"
PICTURE = "Content-Type: image/png\n\nx"
ENTITIES = "<!DOCTYPE rss [\n<!ENTITY nbsp '&#160;'>\n]>"
ALTERNATIVES = (
    f"{MIME}multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nFog\n"
    "--b\nContent-Type: text/html\n\n<p>Rain</p>\n--b--\n"
)


def rss(entry: str) -> str:
    return f"<rss><channel><title>Notices</title><item>{entry}</item></channel></rss>"


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("<description>Fog &amp;amp; rain</description>", "Fog & rain"),
        ("<description>Fog\n\nRain</description>", "Fog\n\nRain"),
        ("<description><![CDATA[<p>Fog<p>Rain]]></description>", "Fog\n\nRain"),
        ("<description>&lt;p&gt;Fog &lt;a href=&quot;x</description>", "Fog <a href=\"x"),
        ("<description>&lt;p&gt;Fog &lt;!-- rain</description>", "Fog rain"),
        ("<title>Fog</title><link>http://a.example?b&c=1</link>", "Fog"),
        ("<title>Fog&nbsp;at 9</title>", "Fog\xa0at 9"),
        ("<title>Fog\x01at 9</title>", "Fog at 9"),
        ("<description>Fog</description><media:description>Fog</media:description>", "Fog"),
        ("<description>Fog</description><content:encoded>Fog. Rain.</content:encoded>", "Fog. Rain."),
        ("<title>Fog</title><dc:date>2026-02-01</dc:date>", "Fog\n\n2026-02-01"),
        ("<title>Fog <i>or</i> rain</title>", "Fog or rain"),
        ("<description><p>Fog <b>or</b></p><p>rain</p></description>", "Fog or\n\nrain"),
        ("<description type='text/plain'>&lt;p></description>", "<p>"),
    ],
)  # fmt: skip
def test_an_entry_of_a_feed_is_read(entry, text):
    assert clean(rss(entry)).text == f"Notices\n\n{text}"


@pytest.mark.parametrize(
    "start", ["\ufeff", "\n ", "<?xml-stylesheet href='a'?><!-- [b] -->", ENTITIES]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_feed_begins_as_its_maker_likes(start, encoding):
    declared = f"{start}<?xml version='1.0' encoding='{encoding}'?>" if "<" not in start else start
    feed = f"{declared}{rss('<title>Fög</title>')}"
    assert clean(feed).text == clean(feed.encode(encoding)).text == "Notices\n\nFög"


def test_what_a_feed_does_not_show_is_told():
    entry = "<category>Sea</category><summary>Fog</summary><description>Fog. Rain.</description>"
    (removed,) = clean(rss(entry)).removed
    assert removed.text == "Sea Fog"


def test_text_of_atom_is_no_html_unless_it_says_so():
    feed = (
        "<feed xml:lang='en'><title>Use &lt;p&gt; &amp;amp; so</title><entry><content type='xhtml'>"
        "<x:div xmlns:x='y'><x:p>if a &lt; b<x:br/>c</x:p></x:div></content></entry></feed>"
    )
    page = clean(feed)
    assert page.text == "Use <p> &amp; so\n\nif a < b\nc"
    assert page.meta.language == "en"


@pytest.mark.parametrize("tag", ["script", "style", "textarea", "iframe", "select", "template"])
def test_what_an_entry_leaves_open_ends_with_it(tag):
    for name in ("title", "description"):
        cut = f"<{name}>Fog &lt;{tag}&gt;</{name}></item><item><title>Rain</title>"
        assert clean(rss(cut)).text == "Notices\n\nFog\n\nRain"


def test_a_link_of_an_entry_is_that_of_its_title():
    page = clean(
        rss("<title>Fog</title><link>http://a.example/fog</link>"), options=Options(links=True)
    )
    assert page.blocks[1].links[0].url == "http://a.example/fog"


def test_a_feed_that_is_no_xml_loses_nothing():
    page = clean("<rss><channel><title>Notices</title><item><description>Fog")
    assert "Fog" in page.text
    assert page.notes == ("the input is a feed that is not well-formed",)


def test_entities_of_a_feed_are_not_followed():
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<!DOCTYPE rss [<!ENTITY a0 "aaaaaaaaaa"><!ENTITY f SYSTEM "file:///etc/hosts">{bomb}]>'
    assert feed_page(f"{head}{rss('<title>&a9;</title>')}") is None
    assert "localhost" not in (feed_page(f"{head}{rss('<title>&f;</title>')}") or "")


@pytest.mark.parametrize(
    ("message", "text"),
    [
        (f"{MIME}text/plain\n\nFog.\n\n> Rain?\n", "Fog.\n\n> Rain?"),
        (f"{MIME}text/html\nContent-Transfer-Encoding: base64\n\nPHA+RvZu\n", "Fön"),
        (f"{MIME}text/html; charset=utf-8\n{QUOTED}\n\n<p>F=C3=B6=\nn", "Fön"),
        (f"{MIXED}\n\nno\n--a\n\nFog\n--a--\nend", "Fog"),
        (f"{MIXED}\n\n--a\n{ALTERNATIVES}--a--", "Rain"),
        (f"{MIXED}\n\n--a\n\nFog\n--a\n{ATTACHED}\n\n<p>Rain</p>\n--a--", "Fog"),
        (f"{MIXED}\n\n--a\n\nFog\n--a\n{PICTURE}\n--a\n\nRain\n--a--", "Fog\n\nRain"),
        (f"{MIXED}\n\n--a\n\nFog\n--a\nContent-Type: text/html\n\n<p>Rain\n--a--", "Fog\n\nRain"),
        (ALTERNATIVES.replace("<p>Rain</p>", ""), "Fog"),
        (f"{MIME}text/plain\nContent-Transfer-Encoding: base64\n\nRm9nIG9\nyIHJhaW4uY", "Fog or rain."),
    ],
)  # fmt: skip
@pytest.mark.parametrize("breaks", ["\n", "\r\n"])
def test_the_body_of_a_message_is_read(message, text, breaks):
    message = message.replace("\n", breaks)
    assert clean(message).text == clean(message.encode()).text == text


@pytest.mark.parametrize(
    "text",
    [
        "Subject: soup\n\nWash the leeks.",
        f"{MIME}image/png\n\nWash the leeks.",
        f"A lesson\n{MIME}text/plain\n\nWash the leeks.",
    ],
)
def test_what_is_no_message_with_text_stays_whole(text):
    assert body_of(text) is None
    assert clean(text).text.endswith("Wash the leeks.")


def test_the_head_of_a_mail_is_told_but_not_who_saved_a_page():
    sender, date = "=?utf-8?q?J=C3=B6?= <j@a.example>", "Tue, 3 Feb 2026 10:00:00 +0100"
    head = f"From: {sender}\nDate: {date}\n{MIME}text/plain\n"
    meta = clean(f"{head}Message-ID: <1>\nSubject: =?x?q?Fog?=\n\nFog.").meta
    assert (meta.title, meta.authors, meta.date) == ("=?x?q?Fog?=", ("Jö",), "2026-02-03")
    meta = clean(f"{head}Snapshot-Content-Location: http://a.example\n\nFog.").meta
    assert (meta.authors, meta.date, meta.url) == ((), None, "http://a.example")


@pytest.mark.parametrize(
    "piece",
    [
        "<item>",
        "<a>",
        "<item><category>a</category></item>",
        "<description>&lt;b",
        "<![CDATA[",
        "&a",
    ],
)
def test_feeds_made_to_hurt_take_time_in_proportion(piece):
    assert_linear(lambda text: feed_page(f"<rss>{text}</rss>"), repeated(piece), length=100_000)


@pytest.mark.parametrize(
    "piece",
    [
        ";",
        "boundary=",
        "\n ",
        "--a\n",
        "--a\n\n",
        "A: b\n",
        f"{MIME}multipart/x; boundary=a\n\n--a\n",
    ],
)
def test_messages_made_to_hurt_take_time_in_proportion(piece):
    head = f"{MIME}multipart/mixed; boundary=a"
    assert_linear(lambda text: body_of(head + text), repeated(piece), length=200_000)
