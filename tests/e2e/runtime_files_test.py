#!/usr/bin/env python3
"""Files that real runtimes leave when they fail, found by a real agent and read back from the platform.

usage: runtime_files_test.py python|java|node. Exit code 77 = skipped, with the reason on stdout: java and node need not
be installed. TASK_AGENT_EXECUTABLE names the executable.
"""

import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
from dev_platform import DevPlatform  # noqa: E402

SKIPPED = 77
AGENT = os.environ["TASK_AGENT_EXECUTABLE"]

# as torch's `record` does around a function, and then a process that ends without a word
RECORDED = """
import json, os, sys, time, traceback
def load(name):
    raise KeyError(name + " " + os.environ.get("A_TOKEN", ""))
try:
    load("price")
except Exception as e:
    path = sys.argv[1] if len(sys.argv) > 1 else os.environ["TORCHELASTIC_ERROR_FILE"]
    with open(path, "w") as f:
        json.dump({"message": {"message": f"{type(e).__name__}: {e}", "extraInfo": {
            "py_callstack": traceback.format_exc(), "timestamp": str(int(time.time()))}}}, f)
os._exit(3)
"""

# the launcher's table, as torchrun prints it for two ranks of which the second failed first
TABLE = """
import subprocess, sys
subprocess.run([sys.executable, "worker.py", "error.json"])
import os
print('''
============================================================
worker.py FAILED
------------------------------------------------------------
Failures:
  <NO_OTHER_FAILURES>
------------------------------------------------------------
Root Cause (first observed failure):
[0]:
  time      : 2026-11-26_15:09:39
  host      : node-7
  rank      : 1 (local_rank: 1)
  exitcode  : 3 (pid: 77)
  error_file: ''' + os.path.abspath("error.json") + '''
  traceback : To enable traceback see: https://pytorch.org/docs/stable/elastic/errors.html
============================================================''', file=sys.stderr)
sys.exit(1)
"""

CRASH = """
import java.lang.reflect.Field;
public class Crash {
    static void poke(sun.misc.Unsafe unsafe) { unsafe.putAddress(0L, 1L); }
    public static void main(String[] args) throws Exception {
        Field field = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        poke((sun.misc.Unsafe) field.get(null));
    }
}
"""

THROWS = 'function load(name) { throw new TypeError("no column " + name) }\nload("price")\n'


class Base(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, text):
        (self.folder / name).write_text(text)

    def environment_on(self, platform):
        """Without what the agent sets where it is missing."""
        own = ("PYTHONFAULTHANDLER", "RUST_BACKTRACE", "TORCHELASTIC_ERROR_FILE")
        return {name: value for name, value in platform.environment().items() if name not in own}

    def run_agent(self, *command, variables=None, options=()):
        """Exit code, the task's error_details and error_stack, and how long the run took."""
        with DevPlatform(AGENT) as platform:
            start = time.monotonic()
            done = subprocess.run(
                [AGENT, "run", "--log-level=info", *options, "--", *command], cwd=self.folder, timeout=60,
                env=self.environment_on(platform) | (variables or {}), capture_output=True, text=True, errors="replace")
            took = time.monotonic() - start
            task = platform.task()
        self.assertEqual(task["status"], "error", done.stderr)
        self.stdout, self.stderr = done.stdout, done.stderr
        return done.returncode, task["error_details"], task["error_stack"], took


class Python(Base):
    def run_recorded(self, variables):
        self.write("worker.py", RECORDED)
        return self.run_agent(sys.executable, "worker.py", variables=variables)

    def test_an_error_file_tells_what_the_output_does_not(self):
        code, details, stack, _ = self.run_recorded({"TORCHELASTIC_ERROR_FILE": str(self.folder / "error.json")})
        self.assertEqual(code, 3)
        self.assertEqual(details["message"], "KeyError: 'price '")
        self.assertEqual(details["exception"]["type"], "KeyError")
        self.assertEqual(details["exception"]["frames"][-1]["function"], "load")
        self.assertTrue(stack.startswith(f"{self.folder}/error.json, written by torchelastic:\nTraceback ("), stack)
        self.assertTrue(stack.endswith("KeyError: 'price '\n"), stack)
        self.assertTrue(self.stderr.endswith("task-agent: KeyError: 'price '\n"), self.stderr)

    def test_without_one_the_agent_names_an_error_file_and_removes_it(self):
        self.write("worker.py", "import os\nprint(os.environ['TORCHELASTIC_ERROR_FILE'], flush=True)\n" + RECORDED)
        code, details, stack, _ = self.run_agent(sys.executable, "worker.py")
        self.assertEqual(code, 3)
        self.assertEqual(details["message"], "KeyError: 'price '")
        path = self.stdout.strip()
        self.assertTrue(stack.startswith(f"{path}, written by torchelastic:\n"), stack)
        self.assertFalse(os.path.exists(path))

    def test_the_workload_of_another_user_may_write_the_error_file(self):
        if os.geteuid() != 0:
            self.skipTest("needs root")
        self.folder.chmod(0o755)
        script = 'echo \'{"message": "it went wrong"}\' > "$TORCHELASTIC_ERROR_FILE"; exit 3'
        _, details, _, _ = self.run_agent("sh", "-c", script, options=["--user", "12345"])
        self.assertEqual(details["message"], "it went wrong")

    def test_variables_for_runtimes_are_set_unless_they_are_not_wanted(self):
        script = "env | grep -cE '^(PYTHONFAULTHANDLER=1|RUST_BACKTRACE=1|TORCHELASTIC_ERROR_FILE=/.*json)$'; exit 3"
        self.run_agent("sh", "-c", script)
        self.assertEqual(self.stdout, "3\n")
        self.run_agent("sh", "-c", script, options=["--no-runtime-env"])
        self.assertEqual(self.stdout, "0\n")
        self.run_agent("sh", "-c", script, variables={"RUST_BACKTRACE": "full", "PYTHONFAULTHANDLER": ""})
        self.assertEqual(self.stdout, "1\n")

    def test_a_secret_in_it_is_masked(self):
        file = str(self.folder / "error.json")
        _, details, stack, _ = self.run_recorded({"TORCHELASTIC_ERROR_FILE": file, "A_TOKEN": "qwertz-uiop-123"})
        self.assertIn("qwertz-uiop-123", (self.folder / "error.json").read_text())
        self.assertEqual(details["message"], "KeyError: 'price ***'")
        self.assertNotIn("qwertz", stack + str(details) + self.stderr)

    def test_the_table_of_torchrun_names_the_file_and_its_rank(self):
        self.write("worker.py", RECORDED)
        self.write("launcher.py", TABLE)
        _, details, stack, _ = self.run_agent(sys.executable, "launcher.py")
        self.assertEqual(details["message"], "KeyError: 'price ' on rank 1")
        self.assertEqual(details["exception"]["rank"], 1)
        self.assertTrue(stack.endswith("KeyError: 'price '\n"), stack)

    def test_a_pipe_of_that_name_delays_nothing(self):
        os.mkfifo(self.folder / "error.json")
        os.mkfifo(self.folder / "hs_err_pid1.log")
        code, details, stack, took = self.run_agent(
            "sh", "-c", "echo boom >&2; exit 4", variables={"TORCHELASTIC_ERROR_FILE": str(self.folder / "error.json")})
        self.assertEqual(code, 4)
        self.assertEqual(details["message"], "exit code 4; last output: boom")
        self.assertEqual(stack, "boom\n")
        self.assertLess(took, 10)
        self.assertIn(f"{self.folder}/error.json is no regular file", self.stderr)

    def test_what_makes_no_sense_is_counted_and_what_is_old_is_not(self):
        self.write("hs_err_pid1.log", "# A fatal error has been detected by the Java Runtime Environment:\n")
        os.utime(self.folder / "hs_err_pid1.log", (1, 1))
        _, details, stack, _ = self.run_agent(
            "sh", "-c", "echo '{\"mess' > error.json; echo boom >&2; exit 4",
            variables={"TORCHELASTIC_ERROR_FILE": "error.json"})
        self.assertEqual(details["lost"], {"unread_files": 1})
        self.assertEqual(stack, "boom\n")

    def test_a_workload_that_succeeds_leaves_files_unread(self):
        self.write("worker.py", RECORDED.replace("os._exit(3)", ""))
        with DevPlatform(AGENT) as platform:
            subprocess.run([AGENT, "run", "--", sys.executable, "worker.py", "error.json"], cwd=self.folder,
                           env=platform.environment(), check=True, timeout=60)
            self.assertEqual(platform.task()["status"], "completed")

    @unittest.skipUnless(os.geteuid() == 0, "needs root")
    def test_a_workload_of_another_user_cannot_have_the_agents_files_read(self):
        self.folder.chmod(0o777)
        self.write("private.json", '{"message": "what only root may read"}')
        (self.folder / "private.json").chmod(0o600)
        _, details, stack, _ = self.run_agent(
            "sh", "-c", "exit 4", options=["--user", "12345"],
            variables={"TORCHELASTIC_ERROR_FILE": str(self.folder / "private.json")})
        self.assertNotIn("what only root", f"{stack} {details} {self.stderr}")
        self.assertIn("private.json belongs to user 0, not to 12345", self.stderr)


class Java(Base):
    @classmethod
    def setUpClass(cls):
        cls.classes = tempfile.TemporaryDirectory()
        source = pathlib.Path(cls.classes.name) / "Crash.java"
        source.write_text(CRASH)
        subprocess.run(["javac", "-nowarn", str(source)], check=True, capture_output=True, timeout=60)

    @classmethod
    def tearDownClass(cls):
        cls.classes.cleanup()

    def crash(self, script, *options):
        return self.run_agent("sh", "-c", f"ulimit -c 0; {script}", "sh", self.classes.name, *options)

    def check(self, details, stack, place):
        files = list(place.glob("hs_err_pid*.log"))
        self.assertEqual(len(files), 1)
        self.assertIn("SIGSEGV (0xb) at pc=", details["message"])
        frames = [frame["function"] for frame in details["exception"]["frames"]]
        self.assertIn("Crash.poke", frames)
        self.assertIn("Crash.main", frames)
        self.assertLess(frames.index("Crash.main"), frames.index("Crash.poke"), "outermost first")
        self.assertIn(f"{files[0].name}, written by the JVM (", stack)
        for part in ("Current thread (", "siginfo: si_signo: 11", "Java frames:\n", "Native frames:\n",
                     "Problematic frame:", "java_command: Crash"):
            self.assertIn(part, stack)
        self.assertNotIn("r-xp", stack)
        tail = stack[-2048:]
        self.assertIn("SIGSEGV (0xb) at pc=", tail)
        self.assertIn("Crash.poke(", tail)

    def test_a_crash_is_told_with_the_frames_that_only_the_file_has(self):
        code, details, stack, _ = self.crash('exec java -cp "$1" Crash')
        self.assertEqual(code, 128 + signal.SIGABRT)
        self.check(details, stack, self.folder)

    def test_the_file_is_found_where_nobody_names_it(self):
        code, details, stack, _ = self.crash('java -cp "$1" Crash >/dev/null 2>&1; exit 5')
        self.assertEqual(code, 5)
        self.check(details, stack, self.folder)

    def test_the_file_is_found_where_the_output_says(self):
        with tempfile.TemporaryDirectory() as other:
            _, details, stack, _ = self.crash('java -XX:ErrorFile="$2/hs_err_pid%p.log" -cp "$1" Crash', other)
            self.check(details, stack, pathlib.Path(other))

    def test_a_signal_from_outside_is_a_crash_too(self):
        self.write("Waits.java", 'public class Waits { public static void main(String[] a) throws Exception {'
                   ' long pid = ProcessHandle.current().pid();'
                   ' new ProcessBuilder("kill", "-SEGV", "" + pid).start(); Thread.sleep(20000); } }\n')
        _, details, stack, _ = self.run_agent("sh", "-c", "ulimit -c 0; exec java Waits.java")
        self.assertIn("SIGSEGV (0xb) at pc=", details["message"])
        self.assertIn(", written by the JVM (", stack)


class Node(Base):
    def test_a_report_tells_what_the_output_does_not(self):
        self.write("app.js", THROWS)
        code, details, stack, _ = self.run_agent(
            "sh", "-c", "node --report-uncaught-exception app.js >/dev/null 2>&1; exit 6")
        self.assertEqual(code, 6)
        self.assertEqual(len(list(self.folder.glob("report.*.json"))), 1)
        self.assertEqual(details["message"], "TypeError: no column price")
        inner = details["exception"]["frames"][-1]
        self.assertEqual((inner["function"], inner["file"], inner["line"]), ("load", f"{self.folder}/app.js", 1))
        self.assertIn(", a report of Node.js (", stack)
        self.assertIn("command line: node --report-uncaught-exception app.js\n", stack)

    def test_a_report_of_what_the_output_told_adds_nothing(self):
        self.write("app.js", THROWS)
        _, details, stack, _ = self.run_agent("node", "--report-uncaught-exception", "app.js")
        self.assertEqual(details["message"], "TypeError: no column price")
        self.assertNotIn("a report of Node.js", stack)

    def test_a_report_of_a_full_heap_shows_the_native_stack(self):
        self.write("app.js", "let a = []; for (;;) a.push(new Array(1000).fill(1.5))\n")
        _, details, stack, _ = self.run_agent(
            "sh", "-c", "ulimit -c 0; node --report-on-fatalerror --max-old-space-size=20 app.js >/dev/null 2>&1; exit 7")
        self.assertIn("JavaScript heap out of memory", details["message"])
        self.assertEqual(details["category"], "out_of_memory")
        self.assertIn("native stack:\n    node::", stack)


def main():
    language = sys.argv.pop(1)
    for program in {"python": [], "java": ["java", "javac"], "node": ["node"]}[language]:
        if not shutil.which(program):
            print(f"SKIPPED runtime_files_test: {program} is not installed")
            sys.exit(SKIPPED)
    suite = unittest.defaultTestLoader.loadTestsFromTestCase({"python": Python, "java": Java, "node": Node}[language])
    sys.exit(not unittest.TextTestRunner(verbosity=2).run(suite).wasSuccessful())


if __name__ == "__main__":
    main()
