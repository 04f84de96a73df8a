#!/usr/bin/env python3
"""An agent that dies together with its workload for want of memory is reported by whoever opens its journal next.

usage: breadcrumb_test.py TASK_AGENT [TEST...]

In a real memory cgroup: the kernel kills a greedy process of the run and counts it; then agent and workload get SIGKILL
together from outside, which is what memory.oom.group and the end of a container do (cgroup v1 has no oom.group). Exit
code 77 = skipped, with the reason on stdout (CTest: SKIP_RETURN_CODE). Python 3 standard library only.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest

import oom_test
from memory_group import memory_group, why_not

LIMIT = 64 << 20
PATIENCE = 30.0
GREEDY_CHILD = 'python3 -c "$1"; echo "child: $?"; exec sleep 1000'


def eventually(condition, what):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if value := condition():
            return value
        time.sleep(0.005)
    raise AssertionError("not in time: " + what)


class killed_run:
    """A run in a cgroup of its own, killed with everything below it once the workload has spoken."""

    def __init__(self, server, group, state_dir, workload):
        self.server, self.group, self.state_dir = server, group, state_dir
        with self.start(workload) as agent:
            self.said = agent.stdout.readline()
            eventually(lambda: server.status() == "active", "the task is active")
            with open(group.folder + "/cgroup.procs") as members:
                for pid in members.read().split():
                    os.kill(int(pid), signal.SIGKILL)
            self.code = agent.wait(PATIENCE)
        assert server.status() == "active", "nobody has reported the end yet"

    def start(self, workload):
        return subprocess.Popen(
            [AGENT, "run", "--state-dir", self.state_dir, "--", *workload],
            preexec_fn=self.group.enter,
            env=self.server.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
        )

    def flush(self, inside):
        return subprocess.run(
            [AGENT, "flush", "--state-dir", self.state_dir],
            preexec_fn=self.group.enter if inside else None,
            env=self.server.environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE,
            text=True,
        )


class platform(oom_test.DevPlatform):
    def __init__(self, job):
        super().__init__(AGENT, job)

    def status(self):
        try:
            return self.task()["status"]
        except IndexError:
            return None  # no task yet


class breadcrumb_test(unittest.TestCase):
    def outcome(self, workload, inside=True):
        with platform("crumbs") as server, memory_group(LIMIT) as group, tempfile.TemporaryDirectory() as folder:
            run = killed_run(server, group, folder + "/state", workload)
            self.assertEqual(run.code, -signal.SIGKILL)
            flushed = run.flush(inside)
            self.assertEqual((flushed.returncode, flushed.stderr), (0, ""))
            task = server.task()
            self.assertEqual(task["status"], "error")
            self.assertEqual(task["status_details"]["error_report"]["details"], task["error_details"])
            return run.said, task["error_details"]

    def test_a_counted_kill_in_the_same_cgroup_proves_it(self):
        said, details = self.outcome(["sh", "-c", GREEDY_CHILD, "sh", oom_test.GREEDY])
        self.assertEqual(said, "child: 137\n")
        self.assertEqual(details["reason"], "oom_killed")
        self.assertEqual(details["category"], "out_of_memory")
        self.assertEqual(details["oom_kills"], 1)
        self.assertRegex(details["message"], "^out of memory: the kernel killed 1 process of the run, and the agent was killed")

    def test_without_a_counted_kill_it_is_the_agents_failure(self):
        _, details = self.outcome(["sh", "-c", "echo started; exec sleep 1000"])
        self.assertEqual(details["reason"], "agent_failed")
        self.assertNotIn("oom_kills", details)

    # From another cgroup nothing can be said about the first one's counter.
    def test_seen_from_another_cgroup_nothing_is_proven(self):
        _, details = self.outcome(["sh", "-c", GREEDY_CHILD, "sh", oom_test.GREEDY], inside=False)
        self.assertEqual(details["reason"], "agent_failed")

    def test_kills_from_before_the_run_prove_nothing(self):
        with platform("earlier") as server, memory_group(LIMIT) as group, tempfile.TemporaryDirectory() as folder:
            subprocess.run(["python3", "-c", oom_test.GREEDY], preexec_fn=group.enter)
            run = killed_run(server, group, folder + "/state", ["sh", "-c", "echo started; exec sleep 1000"])
            self.assertEqual(run.flush(inside=True).returncode, 0)
            self.assertEqual(server.task()["error_details"]["reason"], "agent_failed")

    def test_the_next_run_reports_it_before_its_own_start(self):
        with platform("again") as server, memory_group(LIMIT) as group, tempfile.TemporaryDirectory() as folder:
            run = killed_run(server, group, folder + "/state", ["sh", "-c", GREEDY_CHILD, "sh", oom_test.GREEDY])
            with run.start(["sh", "-c", "echo again; exec sleep 1000"]) as agent:
                agent.stdout.readline()
                # the new run is active, and what its predecessor died of stays in the details
                eventually(lambda: (server.task().get("error_details") or {}).get("reason") == "oom_killed", "reported")
                eventually(lambda: server.status() == "active", "active again")
                agent.terminate()
                agent.wait(PATIENCE)
            with open(folder + "/state/journal") as journal:
                kinds = [json.loads(line.split(" ", 2)[2])["is"] for line in journal]
            self.assertEqual(kinds.count("final"), 2)
            self.assertEqual(kinds.count("acknowledged"), 2)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        print(__doc__)
        sys.exit(2)
    AGENT = oom_test.AGENT = os.path.abspath(sys.argv[1])
    reason = why_not()
    if reason:
        print(f"SKIPPED breadcrumb_test: {reason}")
        sys.exit(77)
    unittest.main(argv=sys.argv[:1] + sys.argv[2:], verbosity=2)
