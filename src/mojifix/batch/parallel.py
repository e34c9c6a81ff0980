"""A function over many items: results in the order of the items, on one process or several.

Items travel in batches, because handing one over costs a process about a hundred times what it
costs to hand over its share of a batch; a window bounds the batches under way, and with them the
memory. An item that raises, or that takes its process down with it, costs only its own result.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, nullcontext
from functools import partial
from multiprocessing import forkserver, resource_tracker
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Final, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# In batches of 32 and more a 2 kB item costs about 20 microseconds to hand over, singly 200.
BATCH_ITEMS: Final = 64
# Characters or bytes after which a batch is full, so that long items do not pile up.
BATCH_SIZE: Final = 1 << 20
# Batches under way per worker: one at work, the others so that no worker waits for the reader.
WINDOW: Final = 4
# Everywhere but on Windows, which has no masks of signals either.
HAS_FORKSERVER: Final = "forkserver" in multiprocessing.get_all_start_methods()


def map_in_order(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    failed: Callable[[str], Result],
    workers: int,
    size: Callable[[Item], int],
) -> Iterator[Result]:
    """Apply a function to every item, yielding the results in the items' order.

    Args:
        function: picklable when there are several workers.
        items: read as far ahead as the window reaches, no farther. What they raise is raised
            behind the results of those before.
        failed: makes the result for an item that failed out of what went wrong, in words; picklable.
        workers: number of processes, from 1; one means this process.
        size: the characters or bytes of an item, to bound a batch.

    Raises:
        ChildProcessError: no process can be started, whatever the item.
    """
    attempt = partial(_attempt, function, failed)
    if workers == 1:
        yield from map(attempt, items)
        return
    pool = _pool(workers)
    raised: list[Exception] = []
    pending: deque[tuple[list[Item], Future[list[Result]]]] = deque()

    def finished() -> list[Result]:
        batch, future = pending.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            return _one_by_one(attempt, failed, batch)

    try:
        for batch in _batches(_until_raised(items, raised), size):
            try:
                future = _submit(pool, _all, attempt, batch)
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                pool = _pool(workers)
                future = _submit(pool, _all, attempt, batch)
            pending.append((batch, future))
            if len(pending) >= WINDOW * workers:
                yield from finished()
        while pending:
            yield from finished()
        if raised:
            raise raised[0]
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def keep_interrupts_from_workers() -> None:
    """Leave Ctrl-C to this process from the start of its workers on, which then say nothing of it.

    Whatever else a fork server starts for this process hears no Ctrl-C either, so that this is for a
    command of our own and no library.
    """
    if HAS_FORKSERVER:
        resource_tracker.ensure_running()  # which lets Ctrl-C through behind it
        with _interrupts_held():
            forkserver.ensure_running()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back from this thread for a while, and from what it starts meanwhile for good."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _pool(workers: int) -> ProcessPoolExecutor:
    # Forking a process that has threads can deadlock; a fork server starts clean and quickly.
    context = multiprocessing.get_context("forkserver" if HAS_FORKSERVER else "spawn")
    if HAS_FORKSERVER:
        forkserver.ensure_running()
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_follow_parent)


def _submit(
    pool: ProcessPoolExecutor, function: Callable[..., Result], *args: object
) -> Future[Result]:
    """Hand over work; a worker that this starts is not left alone halfway by Ctrl-C."""
    with _interrupts_held() if HAS_FORKSERVER else nullcontext():
        return pool.submit(function, *args)


def _follow_parent() -> None:
    """Leave Ctrl-C to the parent, which then stops its workers; end when it was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    # A worker waits for work that a killed parent never sends, and would wait for ever.
    parent.join()
    os._exit(1)


def _until_raised(items: Iterable[Item], raised: list[Exception]) -> Iterator[Item]:
    """Yield items until they raise; what they raise is added to a list."""
    try:
        yield from items
    except Exception as error:
        raised.append(error)


def _batches(items: Iterable[Item], size: Callable[[Item], int]) -> Iterator[list[Item]]:
    batch: list[Item] = []
    total = 0
    for item in items:
        batch.append(item)
        total += size(item)
        if len(batch) == BATCH_ITEMS or total >= BATCH_SIZE:
            yield batch
            batch, total = [], 0
    if batch:
        yield batch


def _attempt(
    function: Callable[[Item], Result], failed: Callable[[str], Result], item: Item
) -> Result:
    try:
        return function(item)
    except Exception as error:  # one item must not end the run; its result says the reason
        return failed(f"{type(error).__name__}: {error}")


def _all(attempt: Callable[[Item], Result], batch: list[Item]) -> list[Result]:
    return list(map(attempt, batch))


def _one_by_one(
    attempt: Callable[[Item], Result], failed: Callable[[str], Result], batch: list[Item]
) -> list[Result]:
    """Repeat a batch whose process died, each item alone, to find the one that kills."""
    results: list[Result] = []
    pool = _working_pool()
    try:
        for item in batch:
            try:
                results.append(_submit(pool, attempt, item).result())
            except BrokenProcessPool:
                results.append(failed("the process died, perhaps for lack of memory"))
                pool.shutdown(wait=False)
                pool = _working_pool()
    finally:
        pool.shutdown(wait=False)
    return results


def _working_pool() -> ProcessPoolExecutor:
    """Return a pool of one process that was seen to work, so that no item is blamed for another."""
    pool = _pool(1)
    try:
        _submit(pool, int).result()
    except BrokenProcessPool:
        pool.shutdown(wait=False)
        raise ChildProcessError(
            "worker processes end as soon as they are started; keep the work of a script under "
            'if __name__ == "__main__":, or use one worker'
        ) from None
    return pool
