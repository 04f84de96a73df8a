#!/usr/bin/env python3
"""Programs of real runtimes that hang, and what a real agent says of where they do.

usage: hung_test.py python|java|sleep. Exit code 77 = skipped, with the reason on stdout: java need not be installed.
TASK_AGENT_EXECUTABLE names the executable.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
from dev_platform import DevPlatform  # noqa: E402

SKIPPED = 77
AGENT = os.environ["TASK_AGENT_EXECUTABLE"]

HELD_LOCK = """
import threading
lock = threading.Lock()

def take_it_twice():
    lock.acquire()
    lock.acquire()

def main():
    print("starts", flush=True)
    take_it_twice()

main()
"""

DEADLOCK = """
public class Hang {
    static final Object left = new Object();
    static final Object right = new Object();
    static void takeBoth(Object one, Object other) throws InterruptedException {
        synchronized (one) {
            Thread.sleep(300);
            synchronized (other) { System.out.println("never"); }
        }
    }
    public static void main(String[] args) throws InterruptedException {
        System.out.println("starts");
        Thread second = new Thread(() -> { try { takeBoth(right, left); } catch (InterruptedException e) { } }, "second");
        second.start();
        takeBoth(left, right);
    }
}
"""


class Base(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def environment_on(self, platform):
        """Without what the agent sets where it is missing."""
        return {name: value for name, value in platform.environment().items() if name != "PYTHONFAULTHANDLER"}

    def run_agent(self, *command, on_stall="stop", seconds=2, variables=None):
        """Exit code and the task as the platform holds it at the end."""
        with DevPlatform(AGENT) as platform:
            options = [f"--stall-timeout={seconds}s", f"--on-stall={on_stall}", "--stop-grace=2s"]
            self.done = subprocess.run([AGENT, "run", *options, "--", *command], cwd=self.folder, timeout=90,
                                       env=self.environment_on(platform) | (variables or {}), capture_output=True, text=True)
            task = platform.task()
        self.assertEqual(task["status"], "error", self.done.stderr)
        self.assertEqual(task["error_details"]["reason"], "stalled", task)
        return self.done.returncode, task


class Python(Base):
    def hang(self, variables=None):
        (self.folder / "hang.py").write_text(HELD_LOCK)
        return self.run_agent(sys.executable, "hang.py", variables=variables)

    def test_the_lock_that_is_never_free_is_shown_by_its_line(self):
        code, task = self.hang()
        self.assertEqual(code, 134)
        details, stack = task["error_details"], task["error_stack"]
        self.assertRegex(details["message"], r"^no output and no report for 2s: \S+ \(pid \d+\) waits")
        functions = [frame["function"] for frame in details["exception"]["frames"]]
        self.assertEqual(functions, ["<module>", "main", "take_it_twice"])
        self.assertIn(f'File "{self.folder}/hang.py", line 7 in take_it_twice\n', stack[-2048:])
        self.assertRegex(stack, r"\n  thread \d+ python\S*: waits")

    def test_without_faulthandler_no_signal_but_the_stop_s_reaches_it(self):
        code, task = self.hang({"PYTHONFAULTHANDLER": ""})
        self.assertEqual(code, 143)
        self.assertNotIn("exception", task["error_details"])
        self.assertRegex(task["error_stack"], r"\n  thread \d+ python\S*: waits")


class Java(Base):
    @classmethod
    def setUpClass(cls):
        cls.classes = tempfile.TemporaryDirectory()
        source = pathlib.Path(cls.classes.name) / "Hang.java"
        source.write_text(DEADLOCK)
        subprocess.run(["javac", "-nowarn", str(source)], check=True, capture_output=True, timeout=60)

    @classmethod
    def tearDownClass(cls):
        cls.classes.cleanup()

    def test_two_threads_that_wait_for_each_other_are_shown_with_their_frames(self):
        code, task = self.run_agent("java", "-cp", self.classes.name, "Hang")
        self.assertEqual(code, 143)
        stack = task["error_stack"]
        self.assertIn("Found one Java-level deadlock:\n", stack)
        self.assertIn("\tat Hang.main(Hang.java:", stack[-2048:])
        self.assertIn("\tat Hang.takeBoth(Hang.java:", stack[-2048:])
        self.assertNotIn("VM Periodic Task Thread", stack)
        # the command goes on as if nobody had asked: its output is its own
        self.assertTrue(self.done.stdout.startswith("starts\n"), self.done.stdout)
        self.assertIn("Full thread dump", self.done.stdout)


class Sleep(Base):
    def test_a_sleep_shows_its_wait_channel(self):
        code, task = self.run_agent("sleep", "600", seconds=1)
        self.assertEqual(code, 143)
        message, stack = task["error_details"]["message"], task["error_stack"]
        self.assertRegex(message, r"^no output and no report for 1s: sleep \(pid \d+\) waits")
        self.assertRegex(stack, r"^process \d+ \(parent \d+\): sleep 600\n")
        self.assertRegex(stack, r"\n  thread \d+ sleep: waits")
        if os.geteuid() == 0:
            self.assertIn("nanosleep, in the system call clock_nanosleep", message)


def main():
    suites = {"python": Python, "java": Java, "sleep": Sleep}
    if len(sys.argv) != 2 or sys.argv[1] not in suites:
        sys.exit(__doc__)
    if sys.argv[1] == "java" and not shutil.which("javac"):
        print("skipped: no JDK is installed")
        return SKIPPED
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(suites[sys.argv[1]])
    return 0 if unittest.TextTestRunner(verbosity=2).run(suite).wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
