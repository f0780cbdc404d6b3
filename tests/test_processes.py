"""Work shared among processes: results in order, errors passed on, and no process that outlives its parent."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from analysis import processes
from analysis.errors import InputError

ROOT = Path(__file__).parents[1]
PARENT = """
import os, time
from analysis.processes import map_in_processes

def work(task):
    os.write(1, f"{os.getpid()}\\n".encode())  # in one piece, so that two processes do not write into one line
    time.sleep(600)

list(map_in_processes(work, range(2), processes=2))
"""


def double(number):
    return 2 * number


def refuse(number):
    raise InputError(f"no {number}")


def end(number):
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.fixture(params=["copies", "started anew"])
def _way(request, monkeypatch):
    monkeypatch.setattr(processes, "can_fork", lambda: request.param == "copies")


@pytest.mark.usefixtures("_way")
def test_results_come_in_the_order_of_the_tasks():
    assert list(processes.map_in_processes(double, range(20), processes=2)) == [2 * number for number in range(20)]


@pytest.mark.usefixtures("_way")
def test_an_error_is_passed_on():
    with pytest.raises(InputError, match=r"no \d"):
        list(processes.map_in_processes(refuse, range(3), processes=2))


def test_a_process_that_is_ended_from_outside_is_one_line(monkeypatch):
    monkeypatch.setattr(processes, "can_fork", lambda: True)
    with pytest.raises(InputError, match="a process of this run was ended from outside"):
        list(processes.map_in_processes(end, range(3), processes=2))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at processes in /proc")
def test_processes_end_with_a_parent_that_is_killed():
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True, cwd=ROOT) as parent:
        try:
            workers = [int(parent.stdout.readline()) for _ in range(2)]
        finally:
            parent.kill()
    until = time.monotonic() + 30
    while any(Path(f"/proc/{worker}").exists() for worker in workers) and time.monotonic() < until:
        time.sleep(0.05)
    assert not [worker for worker in workers if Path(f"/proc/{worker}").exists()]
