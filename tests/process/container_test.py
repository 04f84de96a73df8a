#!/usr/bin/env python3
"""The agent as the entry point of a container, and in a root that holds nothing but itself (contract 4).

usage: container_test.py TASK_AGENT

Makes OCI bundles (root file system: the executable and a static busybox, or the executable alone) and runs them with
runc. Needs root, runc, busybox-static and the static executable. Exit code 77 = skipped, with the reason on stdout.
Python 3 standard library only.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import oci  # noqa: E402

SKIPPED = 77
PATIENCE = oci.PATIENCE
AGENT = None


class container(oci.container):
    def __init__(self, arguments, **options):
        super().__init__(AGENT, arguments, **options)


def run(arguments, **options):
    with container(arguments, **options) as one:
        return one.ended()


def in_shell(script, *options):
    return ["/task-agent", "run", *options, "--", "/bin/busybox", "sh", "-c", script]


class Container(unittest.TestCase):
    def test_the_exit_code_passes_and_the_agent_is_pid_one(self):
        self.assertEqual(run(in_shell("echo $PPID; exit 7")), (7, "1\n", ""))
        self.assertEqual(run(in_shell("exit 0")), (0, "", ""))

    def test_a_failure_without_a_trace_passes_as_it_was_printed(self):
        code, out, err = run(in_shell("echo working; echo 'cannot open the model' >&2; exit 3"))
        self.assertEqual((code, out), (3, "working\n"))
        self.assertEqual(err, "cannot open the model\n")

    def test_any_user_will_do(self):
        self.assertEqual(run(in_shell("busybox id -u; exit 7"), user=65534), (7, "65534\n", ""))

    def test_a_program_that_is_not_there_is_127(self):
        code, out, err = run(["/task-agent", "run", "--", "python3"])
        self.assertEqual((code, out), (127, ""))
        self.assertIn("python3: not found", err)

    def test_the_stop_of_the_runtime_reaches_the_workload(self):
        with container(in_shell("trap 'echo saved; exit 4' TERM; echo ready; while :; do busybox sleep 0.01; done")) as one:
            self.assertEqual(one.process.stdout.readline(), "ready\n")
            one.kill(signal.SIGTERM)
            self.assertEqual(one.ended()[:2], (4, "saved\n"))

    def test_a_stubborn_workload_ends_within_the_grace(self):
        with container(in_shell("trap '' TERM; echo ready; while :; do busybox sleep 3600; done", "--stop-grace=300ms")) as one:
            self.assertEqual(one.process.stdout.readline(), "ready\n")
            begin = time.monotonic()
            one.kill(signal.SIGTERM)
            self.assertEqual(one.ended()[0], 128 + signal.SIGKILL)
            self.assertLess(time.monotonic() - begin, 5)

    def test_descendants_do_not_hold_the_container(self):
        begin = time.monotonic()
        self.assertEqual(run(in_shell("busybox setsid busybox sleep 3600 & echo done; exit 5"))[:2], (5, "done\n"))
        self.assertLess(time.monotonic() - begin, 10)

    def test_nothing_but_the_executable_is_needed_to_start(self):
        code, out, err = run(["/task-agent", "version"], with_busybox=False)
        self.assertEqual((code, err), (0, ""))
        self.assertTrue(out.startswith("task-agent "), out)
        self.assertEqual(run(["/task-agent", "run", "--", "/task-agent", "version"], with_busybox=False), (0, out, ""))


class EmptyRoot(unittest.TestCase):
    """Without even /proc and /dev, which a runtime mounts."""

    def in_root(self, *arguments):
        with tempfile.TemporaryDirectory() as root:
            os.chmod(root, 0o755)
            shutil.copy(AGENT, os.path.join(root, "task-agent"))
            return subprocess.run(arguments, preexec_fn=lambda: (os.chroot(root), os.chdir("/")), env={},
                                  stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=PATIENCE)

    def test_version(self):
        done = self.in_root("/task-agent", "version")
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_run(self):
        done = self.in_root("/task-agent", "run", "--", "/task-agent", "version")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertTrue(done.stdout.startswith("task-agent "))
        done = self.in_root("/task-agent", "run", "--", "/no/such")
        self.assertEqual(done.returncode, 127)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        print(__doc__)
        sys.exit(2)
    AGENT = os.path.abspath(sys.argv.pop())
    if reason := oci.what_is_missing(AGENT):
        print("SKIPPED container_test:", reason)
        sys.exit(SKIPPED)
    unittest.main(verbosity=2)
