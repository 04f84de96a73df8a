#!/usr/bin/env python3
"""The agent as PID 1 of a PID namespace: exit codes, reaping, signals, and nothing left at the end (contract 4).

usage: pid_one_test.py TASK_AGENT

Runs `unshare --fork --pid --mount-proc TASK_AGENT run -- ...`. Needs root. Exit code 77 = skipped, with the reason on
stdout. Python 3 standard library only.
"""

import os
import signal
import subprocess
import sys
import time
import unittest

SKIPPED = 77
PATIENCE = 60.0
NAMESPACE = ["unshare", "--fork", "--pid", "--mount-proc", "--kill-child"]
AGENT = None


def eventually(condition, what):
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(what)
        time.sleep(0.005)


def children_of(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children") as children:
            return [int(child) for child in children.read().split()]
    except FileNotFoundError:
        return []


def members_of(namespace):
    """The processes of a PID namespace, by the name of its link in /proc."""
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                if os.readlink(f"/proc/{entry}/ns/pid") == namespace:
                    found.append(int(entry))
            except OSError:
                pass
    return found


class PidOne(unittest.TestCase):
    def start(self, script, *options):
        process = subprocess.Popen(
            [*NAMESPACE, AGENT, "run", *options, "--", "/bin/sh", "-c", script],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.stderr.close)
        self.addCleanup(process.wait, PATIENCE)
        self.addCleanup(process.kill)
        return process

    def agent_of(self, process):
        eventually(lambda: children_of(process.pid), "unshare started nothing")
        return children_of(process.pid)[0]

    def ended(self, process):
        out, err = process.communicate(timeout=PATIENCE)
        return process.returncode, out, err

    def test_the_agent_is_pid_one_and_the_exit_code_passes(self):
        for code in (0, 1, 7, 125, 255):
            self.assertEqual(self.ended(self.start(f"echo $PPID; exit {code}")), (code, "1\n", ""))

    def test_killed_by_a_signal_is_128_plus_n(self):
        for number in (signal.SIGTERM, signal.SIGKILL, signal.SIGUSR1):
            self.assertEqual(self.ended(self.start(f"kill -{int(number)} $$"))[0], 128 + number)

    def test_a_start_failure_is_127(self):
        process = subprocess.run([*NAMESPACE, AGENT, "run", "--", "/no/such"], capture_output=True, text=True, timeout=PATIENCE)
        self.assertEqual(process.returncode, 127)
        self.assertIn("/no/such", process.stderr)

    def test_orphans_are_reaped_while_the_workload_runs(self):
        process = self.start("i=0; while [ $i -lt 100 ]; do (true &) ; i=$((i+1)); done; echo ready; exec sleep 3600")
        self.assertEqual(process.stdout.readline(), "ready\n")
        agent = self.agent_of(process)
        eventually(lambda: len(children_of(agent)) == 1, f"zombies: {children_of(agent)}")
        os.kill(agent, signal.SIGTERM)
        self.assertEqual(self.ended(process)[0], 128 + signal.SIGTERM)

    def test_signals_arrive_though_the_kernel_shields_pid_one(self):
        # a namespace's first process gets from inside only what it handles (pid_namespaces(7))
        process = self.start("trap 'echo usr1' USR1; trap 'echo term; exit 3' TERM; kill -USR1 1; "
                             "while :; do :; done")
        self.assertEqual(process.stdout.readline(), "usr1\n")
        agent = self.agent_of(process)
        os.kill(agent, signal.SIGTERM)
        self.assertEqual(self.ended(process)[:2], (3, "term\n"))

    def test_a_stubborn_workload_is_killed(self):
        process = self.start("trap '' TERM; echo ready; while :; do sleep 3600; done", "--stop-grace=300ms")
        self.assertEqual(process.stdout.readline(), "ready\n")
        begin = time.monotonic()
        os.kill(self.agent_of(process), signal.SIGTERM)
        self.assertEqual(self.ended(process)[0], 128 + signal.SIGKILL)
        self.assertLess(time.monotonic() - begin, 4)

    def test_the_whole_tree_is_gone_at_the_end(self):
        process = self.start("trap '' TERM; setsid sleep 3600 & (setsid sleep 3600 >/dev/null 2>&1 &) ; sleep 3600 & echo ready; sleep 0.2; exit 5")
        self.assertEqual(process.stdout.readline(), "ready\n")
        namespace = os.readlink(f"/proc/{self.agent_of(process)}/ns/pid")
        self.assertGreaterEqual(len(members_of(namespace)), 3)
        begin = time.monotonic()
        self.assertEqual(self.ended(process)[0], 5)
        self.assertLess(time.monotonic() - begin, 6)
        self.assertEqual(members_of(namespace), [])

    def test_killing_the_agent_ends_the_namespace(self):
        process = self.start("trap '' TERM; setsid sleep 3600 & echo ready; exec sleep 3600")
        self.assertEqual(process.stdout.readline(), "ready\n")
        agent = self.agent_of(process)
        namespace = os.readlink(f"/proc/{agent}/ns/pid")
        os.kill(agent, signal.SIGKILL)
        process.communicate(timeout=PATIENCE)
        eventually(lambda: members_of(namespace) == [], "the namespace lives on")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        print(__doc__)
        sys.exit(2)
    AGENT = os.path.abspath(sys.argv.pop())
    if os.geteuid() != 0:
        print("SKIPPED pid_one_test: needs root for a PID namespace")
        sys.exit(SKIPPED)
    probe = subprocess.run([*NAMESPACE, "true"], capture_output=True, text=True)
    if probe.returncode != 0:
        print("SKIPPED pid_one_test: cannot make a PID namespace:", probe.stderr.strip())
        sys.exit(SKIPPED)
    unittest.main(verbosity=2)
