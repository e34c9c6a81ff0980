"""The report in a real browser: what a reader sees, with the mouse, the keyboard and a phone."""

import json
import time
import warnings

import pytest

import mojifix
from mojifix.codepages import singlebyte
from mojifix.report.page import page
from mojifix.report.rows import Entry
from tests.chromium import PATIENCE, Chromium, executable

ENGLISH = """The harbor wallтАФa history

The wall was built twice, because the first oneтАФso the harbor master saysтАФstood too low.

<script>document.title = "taken over"</script> stands in this page as text, and <b>so does this</b>.

Share this story with your friends

LEAVE A REPLY

Please enter your comment!
"""
HEBREW = """השביל שמעל הנמל

בסוף השבוע יצאנו לטיול ארוך לאורך החוף, והים היה שקט מאוד כל היום.

בדרך חזרה עצרנו בבית קפה קטן ושתינו תה חם עם נענע מן הגינה.
"""


def entry(name, text):
    return Entry(name, mojifix.clean(text, kind="flat"), text)


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    if executable() is None:
        warnings.warn("the report is not tested in a browser: there is no Chromium", stacklevel=1)
        pytest.skip("there is no Chromium; install it, or name it in MOJIFIX_CHROMIUM")
    with Chromium(tmp_path_factory.mktemp("profile")) as chromium:
        yield chromium


@pytest.fixture
def report(browser, tmp_path):
    path = tmp_path / "report.html"
    hebrew = singlebyte.decode(HEBREW.encode(), "cp1255")
    entries = [entry("harbor.txt", ENGLISH), entry("שביל.txt", hebrew)]
    path.write_text(page(entries), encoding="utf-8")
    browser.messages.clear()
    browser.look(width=1200, height=800)
    browser.open(path)
    return browser


def tip(browser):
    return browser.run("document.getElementById('tip').hidden ? null "
                       ": document.getElementById('tip').innerText")  # fmt: skip


def choose(browser, name, value):
    browser.run(
        f"(() => {{ const e = document.getElementById({name!r}); e.value = {value!r};"
        "e.dispatchEvent(new Event('input', {bubbles: true})); })()"
    )


def shown_removed(browser):
    return browser.run(
        "[...document.querySelectorAll('tr.removed')].filter(r => r.getClientRects().length)"
        ".map(r => r.dataset.role)"
    )


def test_it_opens_without_an_error_and_asks_nobody_for_anything(report):
    report.point("mark.now")
    assert report.events("Runtime.exceptionThrown") == []
    assert report.events("Runtime.consoleAPICalled") == []
    assert report.events("Log.entryAdded") == []
    asked = [row["request"]["url"] for row in report.events("Network.requestWillBeSent")]
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert len([url for url in asked if url.startswith("file:")]) == 1


def test_markup_of_the_page_is_shown_as_text(report):
    assert report.run("document.title") == "mojifix: 2 files"
    assert '<script>document.title = "taken over"</script>' in report.run("document.body.innerText")
    assert report.run("document.querySelectorAll('td b').length") == 0


def test_hovering_over_a_repair_says_chain_probability_and_what_to_do(report):
    assert tip(report) is None
    report.point("mark.was")
    said = tip(report)
    for part in ("тАФ → —", "UTF-8 read as cp866", "sure", 'encoding="utf-8"'):
        assert part in said
    report.point("h1")
    assert tip(report) is None


def test_the_keyboard_reaches_every_repair(report):
    marks = report.run("document.querySelectorAll('mark').length")
    reached = set()
    for _ in range(marks):
        report.press("n")
        assert "UTF-8 read as cp" in tip(report)
        reached.add(
            report.run("[...document.querySelectorAll('mark')].indexOf(document.activeElement)")
        )
    assert reached == set(range(marks))
    report.press("p")
    last = "[...document.querySelectorAll('mark')].indexOf(document.activeElement)"
    assert report.run(last) == marks - 2
    report.press("Escape", 27)
    assert tip(report) is None


def test_tab_reaches_a_repair_too(report):
    report.run("document.getElementById('download').focus()")
    report.press("Tab", 9)
    assert report.run("document.activeElement.tagName") == "MARK"
    assert tip(report) is not None


def test_what_was_removed_folds_one_by_one_and_all_at_once(report):
    inside = "tr.removed details div"
    seen = f"document.querySelector('{inside}').checkVisibility()"
    assert report.run(seen)
    report.click("tr.removed summary")
    assert not report.run(seen)
    report.click("#fold")
    report.click("#fold")
    assert report.run("document.querySelectorAll('tr.removed details:not([open])').length") == 0
    report.click("#fold")
    assert report.run("document.querySelectorAll('tr.removed details[open]').length") == 0


def test_the_roles_filter_what_was_removed(report):
    roles = shown_removed(report)
    assert "comment_form" in roles
    choose(report, "role", "comment_form")
    assert set(shown_removed(report)) == {"comment_form"}
    choose(report, "role", "")
    assert shown_removed(report) == []
    choose(report, "role", "*")
    assert shown_removed(report) == roles


def test_the_probability_filters_the_repairs(report):
    unsure = "document.querySelectorAll('mark.unsure').length"
    report.run("document.querySelector('mark').dataset.sure = '0.6'")
    choose(report, "sure", "0.8")
    assert report.run(unsure) == 1
    assert report.run("document.querySelector('mark').tabIndex") == -1
    assert report.run("document.getElementById('sure-shown').textContent") == "80 %"
    choose(report, "sure", "0")
    assert report.run(unsure) == 0


def test_the_download_is_the_documents_as_json(report, tmp_path):
    report.send(
        "Browser.setDownloadBehavior",
        behavior="allow", downloadPath=str(tmp_path), session=None,
    )  # fmt: skip
    report.click("#download")
    path = tmp_path / "mojifix.json"
    deadline = time.monotonic() + PATIENCE
    while not path.exists():
        assert time.monotonic() < deadline, "nothing was downloaded"
        time.sleep(0.05)
    rows = json.loads(path.read_text(encoding="utf-8"))
    assert [row.pop("name") for row in rows] == ["harbor.txt", "שביל.txt"]
    assert mojifix.Document.from_dict(rows[0]) == mojifix.clean(ENGLISH, kind="flat")


@pytest.mark.parametrize("dark", [False, True])
def test_the_text_stands_out_from_its_ground_in_light_and_dark(report, dark):
    report.look(width=1200, height=800, dark=dark)
    for selector in ("tr.kept td", "mark.was", "mark.now", "tr.removed td", "#download"):
        ink, ground = report.run(COLORS % selector)
        assert contrast(ink, ground) >= 4.5, (selector, ink, ground)


# The color of an element, and the first ground at or below it that is not see-through.
COLORS = """(() => {
  let e = document.querySelector(%r);
  const ink = getComputedStyle(e).color;
  while (e && getComputedStyle(e).backgroundColor === 'rgba(0, 0, 0, 0)') e = e.parentElement;
  const parts = (color) => color.match(/[0-9.]+/g).slice(0, 3).map(Number);
  return [parts(ink), parts(getComputedStyle(e).backgroundColor)];
})()"""


def contrast(one, other):
    """The contrast ratio of WCAG 2.2, section 1.4.3."""

    def luminance(color):
        parts = [value / 255 for value in color]
        red, green, blue = (
            value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
            for value in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_a_phone_needs_no_scrolling_sideways_and_shows_the_whole_tip(report):
    report.look(width=360, height=740, phone=True)
    assert report.run("document.documentElement.scrollWidth") <= 360
    first, second = report.run(
        "[...document.querySelectorAll('tr.kept td')].slice(0, 2).map(c => c.getClientRects()[0].y)"
    )
    assert first < second
    report.press("n")
    box = report.run(
        "JSON.parse(JSON.stringify(document.getElementById('tip').getClientRects()[0]))"
    )
    assert box["left"] >= 0
    assert box["right"] <= 360
    assert box["bottom"] <= 740


def test_right_to_left_text_runs_from_right_to_left(report):
    directions = (
        "[...document.querySelectorAll('#file-%d tr.kept td + td')]"
        ".map(c => getComputedStyle(c).direction)"
    )
    assert set(report.run(directions % 1)) == {"ltr"}
    assert set(report.run(directions % 2)) == {"rtl"}
    # Every word of it was garbled and is a mark of its own, and still the first stands to the right.
    first, second = report.run(
        "[...document.querySelectorAll('#file-2 mark.now')].slice(0, 2)"
        ".map(m => m.getClientRects()[0].x)"
    )
    assert first > second


@pytest.mark.parametrize("dark", [False, True])
def test_in_a_notebook_it_brings_its_own_ground_whatever_the_page_around_it(
    browser, tmp_path, dark
):
    path = tmp_path / "notebook.html"
    parts = (mojifix.repair(ENGLISH), mojifix.clean(ENGLISH, kind="flat"))
    path.write_text(
        "<body style='background: #fff'>" + "".join(part._repr_html_() for part in parts),
        encoding="utf-8",
    )
    browser.look(width=900, height=700, dark=dark)
    browser.open(path)
    for selector in ("tr.kept td", "tr.removed td", "h2", ".facts li", "mark.now"):
        ink, ground = browser.run(COLORS % selector)
        assert contrast(ink, ground) >= 4.5, (selector, ink, ground)
