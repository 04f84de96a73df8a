"""Runs the real executable, for the tests of this folder."""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest

EXECUTABLE = os.environ["TASK_AGENT_EXECUTABLE"]
LIMIT = 60.0
SKIPPED = 77


def clean_environment(**more):
    """Ours without what would make the run a task of some platform."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("TASK_AGENT_", "NEMO_", "NMP_", "NHX_"))}
    return kept | more


def call(*arguments, env=None, **options):
    options.setdefault("stdin", subprocess.DEVNULL)
    options.setdefault("timeout", LIMIT)
    return subprocess.run([EXECUTABLE, "run", *arguments], capture_output=True, text=True,
                          env=clean_environment(**(env or {})), **options)


@contextlib.contextmanager
def started(*arguments, env=None, executable_prefix=(), **options):
    """A run that the test stops or waits for; killed in the end, whatever happens. The prefix execs it."""
    process = subprocess.Popen([*executable_prefix, EXECUTABLE, "run", *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, text=True, env=clean_environment(**(env or {})), **options)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        for stream in (process.stdout, process.stderr):
            stream.close()


def wait_for(condition, what, limit=LIMIT):
    """The first true value of condition(), looked for until the limit."""
    until = time.monotonic() + limit
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > until:
            raise AssertionError(f"not within {limit:.0f} s: {what}")
        time.sleep(0.005)


def state_of(pid):
    """The letter of /proc/PID/stat, or '' when there is no such process."""
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rpartition(") ")[2][0]
    except (FileNotFoundError, ProcessLookupError):
        return ""


def children_of(pid):
    with open(f"/proc/{pid}/task/{pid}/children") as children:
        return [int(child) for child in children.read().split()]


def is_alive(pid):
    return state_of(pid) not in ("", "Z", "X")


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = os.path.realpath(folder.name)
        os.chmod(self.folder, 0o755)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, content, mode=0o755):
        with open(self.path(name), "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        os.chmod(self.path(name), mode)
        return self.path(name)


def needs_root(test):
    return unittest.skipUnless(os.geteuid() == 0, "needs root")(test)


def main():
    done = unittest.main(exit=False).result
    if done.wasSuccessful() and done.skipped and len(done.skipped) == done.testsRun:
        print("SKIPPED:", "; ".join(sorted({reason for _, reason in done.skipped})))
        sys.exit(SKIPPED)
    sys.exit(not done.wasSuccessful())
