import os
import signal
import subprocess
import sys
from itertools import count, islice

import pytest

from mojifix import Document, clean, clean_many
from mojifix.batch.parallel import BATCH_ITEMS, BATCH_SIZE, WINDOW, map_in_order

TEXTS = [f"Row {number} of the IndiaтАУU.S. partnership." for number in range(300)]


@pytest.mark.parametrize("workers", [1, 2])
def test_documents_come_in_the_order_of_the_inputs(workers):
    pages = list(clean_many(TEXTS, workers=workers, kind="plain"))
    assert [page.text for page in pages] == [text.replace("тАУ", "–") for text in TEXTS]
    assert pages[7] == clean(TEXTS[7], kind="plain")


def test_inputs_are_read_only_a_window_ahead():
    taken = 0

    def endless():
        nonlocal taken
        for number in count():
            taken += 1
            yield f"Row {number}."

    pages = clean_many(endless(), workers=2, kind="plain")
    assert [page.text for page in islice(pages, 3)] == ["Row 0.", "Row 1.", "Row 2."]
    assert taken <= BATCH_ITEMS * WINDOW * 2 + BATCH_ITEMS


def test_long_inputs_are_handed_over_one_by_one():
    taken = count()
    long = ("x" * BATCH_SIZE for _ in iter(lambda: next(taken), None))
    results = map_in_order(len, long, failed=len, workers=2, size=len)
    assert next(results) == BATCH_SIZE
    assert next(taken) <= WINDOW * 2 + 1


def test_one_worker_reads_one_input_at_a_time():
    inputs = iter(TEXTS)
    next(clean_many(inputs, kind="plain"))
    assert next(inputs) == TEXTS[1]


def explode_on_three(number: int) -> int:
    if number == 3:
        raise RecursionError("too deep")
    return number * 10


def die_on_three(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * 10


def outcomes(function, count, workers):
    """The results of a function on numbers, in words where there is none."""
    return list(map_in_order(function, range(count), failed=str, workers=workers, size=lambda _: 1))


@pytest.mark.parametrize("workers", [1, 2])
def test_an_item_that_raises_costs_only_itself(workers):
    found = outcomes(explode_on_three, 6, workers)
    assert found == [0, 10, 20, "RecursionError: too deep", 40, 50]


def test_an_item_that_kills_its_process_costs_only_itself():
    found = outcomes(die_on_three, 100, workers=2)
    assert "process died" in found.pop(3)
    assert found == [number * 10 for number in range(100) if number != 3]


def test_a_script_that_its_workers_would_run_again_is_told_so(tmp_path):
    script = tmp_path / "script.py"
    script.write_text("import mojifix\nlist(mojifix.clean_many(['a', 'b'], workers=2))\n")
    result = subprocess.run(
        [sys.executable, script], capture_output=True, text=True, check=False, timeout=60
    )
    assert result.returncode == 1
    assert "ChildProcessError: worker processes end as soon as they are started" in result.stderr


def test_nothing_in_is_nothing_out():
    assert list(clean_many([])) == []
    assert list(clean_many(iter([]), workers=2)) == []


def test_bytes_and_text_may_be_mixed_and_bad_ones_are_documents_too():
    pages = list(clean_many([b"caf\xc3\xa9", "cafÃ©", bytes(range(256)) * 8, ""], kind="plain"))
    assert [page.text for page in pages] == ["café", "café", "", ""]
    assert all(isinstance(page, Document) for page in pages)


@pytest.mark.parametrize("workers", [1, 2])
def test_documents_are_handed_out_before_what_the_inputs_raise(workers):
    def failing():
        yield from ("a", "b")
        raise OSError("the disk is gone")

    pages = clean_many(failing(), workers=workers, kind="plain")
    assert [next(pages).text, next(pages).text] == ["a", "b"]
    with pytest.raises(OSError, match="the disk is gone"):
        next(pages)


def test_what_holds_bytes_is_read_as_bytes():
    items = [bytearray(b"caf\xc3\xa9"), memoryview(b"caf\xe9")]
    assert [page.text for page in clean_many(items, kind="plain")] == ["café", "café"]


@pytest.mark.parametrize("items", ["one text", b"bytes"])
def test_one_text_instead_of_many_is_refused(items):
    with pytest.raises(TypeError, match=r"clean\(\)"):
        clean_many(items)


def test_an_item_of_another_type_is_refused():
    with pytest.raises(TypeError, match="NoneType"):
        list(clean_many(["a", None]))


@pytest.mark.parametrize("workers", [0, 1.5, "2", None])
def test_what_is_no_number_of_workers_is_refused(workers):
    with pytest.raises(ValueError, match="a whole number of at least 1"):
        clean_many([], workers=workers)
