"""Processes: a function mapped over tasks on all processors, in processes that end with the one that started them."""

import os
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from .errors import InputError

Task = TypeVar("Task")
Result = TypeVar("Result")
_work: Callable | None = None  # what a copied process does with a task, set when it begins
_LOOK = 1.0  # seconds between two looks at whether the parent is still there


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def can_fork() -> bool:
    """Say whether this process can be copied safely: on Linux, while it has a single thread."""
    return sys.platform.startswith("linux") and threading.active_count() == 1


def map_in_processes(work: Callable[[Task], Result], tasks: Iterable[Task], *, processes: int) -> Iterator[Result]:
    """Apply a function to tasks in so many processes and yield the results in the order of the tasks.

    Where it is safe the processes are copies of this one, so that what it has loaded need not be loaded again and the
    function is not sent to them; else, in a notebook for one, they are started anew. Raises InputError where a process
    was ended from outside.
    """
    from concurrent.futures.process import BrokenProcessPool

    try:
        yield from (_forked if can_fork() else _started)(work, tasks, processes)
    except BrokenProcessPool:
        raise InputError(
            "a process of this run was ended from outside, perhaps for want of memory; what was done is cached, "
            "so close other programs and run again"
        ) from None


def _forked(work: Callable[[Task], Result], tasks: Iterable[Task], processes: int) -> Iterator[Result]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(
        processes, mp_context=get_context("fork"), initializer=_begin_copy, initargs=(os.getpid(), work)
    )
    try:
        yield from pool.map(_apply, tasks)
    finally:
        pool.shutdown(cancel_futures=True)


def _begin_copy(parent: int, work: Callable) -> None:
    """Begin a copied process with the function that it inherits."""
    global _work
    _work = work
    end_with_parent(parent)


def _apply(task: Task) -> object:
    return _work(task)


def _started(work: Callable[[Task], Result], tasks: Iterable[Task], processes: int) -> Iterator[Result]:
    from joblib import Parallel, delayed

    pool = Parallel(processes, return_as="generator", initializer=end_with_parent, initargs=(os.getpid(),))
    yield from pool(delayed(work)(task) for task in tasks)


def end_with_parent(parent: int) -> None:
    """End this process soon after its parent has ended, however that ended."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_LOOK)
        os._exit(1)

    if os.name == "posix":
        threading.Thread(target=watch, daemon=True).start()
