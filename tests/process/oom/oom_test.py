#!/usr/bin/env python3
"""Out-of-memory kills in a real memory cgroup are proven, told apart and reported (contract 4).

usage: oom_test.py TASK_AGENT [TEST...]

Agent and workload share the cgroup, as in every container; the reports are read back from a dev-server. Exit code 77 =
skipped, with the reason on stdout (CTest: SKIP_RETURN_CODE). Python 3 standard library only.
"""

import os
import subprocess
import sys
import tempfile
import unittest

from memory_group import memory_group, why_not

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../support"))
from dev_platform import DevPlatform

MIB = 1 << 20
LIMIT = 64 * MIB
GREEDY = "held = []\nwhile True: held.append(bytearray(1 << 20))"


class outcome:
    def __init__(self, *command, limit=LIMIT):
        with DevPlatform(AGENT, "oom") as server, memory_group(limit) as group, tempfile.TemporaryDirectory() as folder:
            log = os.path.join(folder, "termination-log")
            done = subprocess.run(
                [AGENT, "run", "--termination-log", log, "--", *command],
                preexec_fn=group.enter,
                env=server.environment(),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=120,
                text=True,
            )
            self.code, self.stderr = done.returncode, done.stderr
            task = server.task()
            self.status, self.details = task["status"], task["error_details"]
            with open(log) as file:
                self.termination_log = file.read()


class oom_test(unittest.TestCase):
    def assert_at_limit(self, usage):
        self.assertEqual(usage["memory_limit_bytes"], LIMIT)
        self.assertGreater(usage["memory_peak_bytes"], LIMIT * 9 // 10)
        self.assertLessEqual(usage["memory_peak_bytes"], LIMIT)

    def test_a_workload_beyond_its_limit_is_reported_with_peak_and_limit(self):
        end = outcome("python3", "-c", GREEDY)
        self.assertEqual(end.code, 137)
        self.assertEqual(end.status, "error")
        self.assertEqual(end.details["reason"], "oom_killed")
        self.assertEqual(end.details["signal_name"], "SIGKILL")
        self.assertEqual(end.details["category"], "out_of_memory")
        self.assertEqual(end.details["retryable"], "unknown")
        self.assertEqual(end.details["oom_kills"], 1)
        self.assert_at_limit(end.details["usage"])
        message = r"out of memory: killed by the kernel at \S+ MiB of 64 MiB \(cgroup limit\)"
        self.assertRegex(end.details["message"], f"^{message}$")
        self.assertIn("raise the limit", end.details["hint"])
        self.assertRegex(end.stderr.splitlines()[-1], f"^task-agent: {message}$")
        self.assertRegex(end.termination_log.splitlines()[0], message)

    def test_a_shell_that_hands_137_on_is_the_same(self):
        end = outcome("sh", "-c", 'python3 -c "$1"; exit $?', "sh", GREEDY)
        self.assertEqual((end.code, end.details["reason"]), (137, "oom_killed"))
        self.assertEqual(end.details["exit_code"], 137)
        self.assertNotIn("signal", end.details)

    def test_a_killed_child_of_a_workload_that_fails_by_itself_is_counted_and_the_reason_stays(self):
        end = outcome("sh", "-c", 'python3 -c "$1"; echo a worker died >&2; exit 3', "sh", GREEDY)
        self.assertEqual((end.code, end.details["reason"], end.details["exit_code"]), (3, "exit_code", 3))
        self.assertEqual(end.details["category"], "out_of_memory")
        self.assertEqual(end.details["oom_kills"], 1)
        self.assertIn("a worker died", end.details["message"])
        self.assert_at_limit(end.details["usage"])

    def test_a_plain_kill_is_none_although_the_cgroup_has_a_limit(self):
        end = outcome("sh", "-c", "kill -9 $$")
        self.assertEqual((end.code, end.details["reason"]), (137, "signal"))
        self.assertEqual((end.details["category"], end.details["retryable"]), ("killed", "unknown"))
        self.assertNotIn("oom_kills", end.details)
        self.assertEqual(end.details["usage"]["memory_limit_bytes"], LIMIT)
        self.assertLess(end.details["usage"]["memory_peak_bytes"], LIMIT)

    # Each is smaller than the agent, which without their higher score would be the first to go.
    def test_the_agent_outlives_a_crowd_of_small_processes(self):
        one = "x=$(head -c 300000 /dev/zero | tr '\\0' x); while :; do sleep 1; done"
        crowd = "i=0; while [ $i -lt 60 ]; do sh -c \"$1\" & i=$((i + 1)); sleep 0.02; done; exit 5"
        end = outcome("sh", "-c", crowd, "sh", one, limit=32 * MIB)
        self.assertEqual((end.code, end.status), (5, "error"))
        self.assertEqual(end.details["category"], "out_of_memory")
        self.assertGreaterEqual(end.details["oom_kills"], 1)

    def test_usage_includes_descendants_that_were_orphaned_and_reaped_by_the_agent(self):
        burns = "import sys, time\nwhile time.process_time() < 0.5: pass\nopen(sys.argv[1], 'w')"
        # setsid --fork: the child's parent is gone at once
        waits = 'setsid --fork python3 -c "$1" "$2"; until [ -e "$2" ]; do sleep 0.05; done; exit 3'
        with tempfile.TemporaryDirectory() as folder:
            end = outcome("sh", "-c", waits, "sh", burns, os.path.join(folder, "burnt"))
        self.assertEqual(end.code, 3)
        self.assertGreater(end.details["usage"]["user_seconds"] + end.details["usage"]["system_seconds"], 0.5)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        print(__doc__)
        sys.exit(2)
    AGENT = os.path.abspath(sys.argv[1])
    reason = why_not()
    if reason:
        print(f"SKIPPED oom_test: {reason}")
        sys.exit(77)
    unittest.main(argv=sys.argv[:1] + sys.argv[2:], verbosity=2)
