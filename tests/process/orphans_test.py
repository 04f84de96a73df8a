#!/usr/bin/env python3
"""Thousands of short orphans, as subreaper and as PID 1: reaped at once, and nothing grows (contract 4).

usage: orphans_test.py TASK_AGENT PROCESS_HELPER

PID 1 needs root. Python 3 standard library only.
"""

import os
import re
import subprocess
import sys
import threading
import unittest

PATIENCE = 60.0
FEW, MANY = 500, 5000
MOST_ZOMBIES = 300  # of thousands: a moment's, not a pile
PAGE_ALLOWANCE = 32  # KiB: heap and stack that are touched for the first time; 8 bytes an orphan would be more
NAMESPACE = ["unshare", "--fork", "--pid", "--mount-proc", "--kill-child"]


def children_of(pid):
    with open(f"/proc/{pid}/task/{pid}/children") as children:
        return [int(child) for child in children.read().split()]


def private_kib(pid):
    with open(f"/proc/{pid}/smaps_rollup") as maps:
        return sum(int(size) for size in re.findall(r"Private_Dirty: +(\d+) kB", maps.read()))


def descriptors(pid):
    return len(os.listdir(f"/proc/{pid}/fd"))


class Zombies:
    """Counts the agent's children until it is told to stop; keeps the most that it saw."""

    def __init__(self, agent):
        self.most, self.looks = 0, 0
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.watch, args=(agent,))

    def watch(self, agent):
        while not self.over.is_set():
            self.most = max(self.most, len(children_of(agent)) - 1)
            self.looks += 1
            self.over.wait(0.001)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.thread.join()


class Orphans(unittest.TestCase):
    def run_with(self, wrapper, many=MANY):
        process = subprocess.Popen([*wrapper, AGENT, "run", "--", HELPER, "orphans", str(FEW), str(many)],
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.addCleanup(process.wait, PATIENCE)
        self.addCleanup(process.kill)
        self.addCleanup(process.stderr.close)
        self.assertEqual(process.stdout.readline(), f"{FEW}\n")
        agent = children_of(process.pid)[0] if wrapper else process.pid
        memory, files = self.at_rest(agent)
        with Zombies(agent) as zombies:
            process.stdin.write("\n")
            process.stdin.flush()
            self.assertEqual(process.stdout.readline(), f"{many}\n")
        later_memory, later_files = self.at_rest(agent)
        out, err = process.communicate("\n", timeout=PATIENCE)
        self.assertEqual((process.returncode, out, err), (42, "", ""))
        print(f"private memory {memory} KiB, then {later_memory} KiB; descriptors {files}, then {later_files}; "
              f"at most {zombies.most} zombies in {zombies.looks} looks")
        self.assertGreater(zombies.looks, 20)
        self.assertLess(zombies.most, MOST_ZOMBIES)
        self.assertLessEqual(later_memory, memory + PAGE_ALLOWANCE)
        self.assertEqual(later_files, files)

    def at_rest(self, agent):
        end = threading.Event()
        for _ in range(int(PATIENCE / 0.005)):
            if len(children_of(agent)) == 1:
                return private_kib(agent), descriptors(agent)
            end.wait(0.005)
        self.fail(f"zombies stay: {children_of(agent)}")

    def test_as_subreaper(self):
        self.run_with([])

    def test_as_pid_one(self):
        if os.geteuid() != 0 or subprocess.run([*NAMESPACE, "true"], capture_output=True).returncode != 0:
            self.skipTest("cannot make a PID namespace")
        self.run_with(NAMESPACE, many=2000)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        print(__doc__)
        sys.exit(2)
    HELPER = os.path.abspath(sys.argv.pop())
    AGENT = os.path.abspath(sys.argv.pop())
    unittest.main(verbosity=2)
