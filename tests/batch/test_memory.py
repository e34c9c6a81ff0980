"""A batch holds a window of rows, not the whole of them."""

import json
import tracemalloc

from mojifix.batch.job import Job, run
from mojifix.batch.shards import plan
from mojifix.batch.work import Work
from mojifix.options import Options


def peak_of(folder, rows):
    source = folder / f"{rows}.jsonl"
    with source.open("w", encoding="utf-8") as stream:
        for number in range(rows):
            stream.write(json.dumps({"id": number, "text": "The leeks are washed. " * 50}) + "\n")
    job = Job(work=Work(task="fix", form="jsonl", options=Options()), output=folder / f"out{rows}")
    run(job, plan([source])[0])
    tracemalloc.start()
    run(job, plan([source])[0])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def test_memory_does_not_grow_with_the_number_of_rows(tmp_path):
    assert peak_of(tmp_path, 2_000) < 1.5 * peak_of(tmp_path, 400) + 100_000
