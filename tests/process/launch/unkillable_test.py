"""A tree that has not ended 5 s after SIGKILL: 137, and who waits for what (contract 1).

A tracer that asked to be told of a tracee's exit holds it there (ptrace(2), PTRACE_O_TRACEEXIT): SIGKILL has been
taken, and the process does not end until the tracer lets it, as one that waits in the kernel does not.
"""

import ctypes
import os
import signal
import time

from agent import Case, is_alive, main, needs_root, started, state_of, wait_for

PTRACE_SEIZE = 0x4206
PTRACE_O_TRACEEXIT = 0x40

libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]


def hold_at_exit(pid):
    if libc.ptrace(PTRACE_SEIZE, pid, None, PTRACE_O_TRACEEXIT) != 0:
        raise OSError(ctypes.get_errno(), "ptrace")


def let_go(pid):
    """Ends what is held: the tracer detaches, and the SIGKILL that was taken does the rest."""
    libc.ptrace(17, pid, None, None)
    wait_for(lambda: not is_alive(pid), "the held process ends once it is let go")


class Unkillable(Case):
    def setUp(self):
        super().setUp()
        self.summary = self.write("termination-log", "")

    def finish(self, run):
        out, err = run.communicate(timeout=60)
        with open(self.summary) as file:
            return run.returncode, err, file.read()

    @needs_root
    def test_a_first_process_that_outlives_sigkill_is_named_with_its_state(self):
        with started("--stop-grace", "200ms", "--stop-budget", "1m", "--termination-log", self.summary,
                     "--", "sh", "-c", "trap '' TERM; echo $$; while :; do read x < /dev/zero; done") as run:
            pid = int(run.stdout.readline())
            hold_at_exit(pid)
            try:
                began = time.monotonic()
                run.send_signal(signal.SIGTERM)
                code, err, summary = self.finish(run)
                took = time.monotonic() - began
                self.assertTrue(is_alive(pid))
            finally:
                let_go(pid)
        self.assertEqual(code, 137)
        self.assertGreaterEqual(took, 5.2)
        self.assertLess(took, 12)
        for text in (err, summary):
            self.assertIn(f"not ended 5 s after SIGKILL: process {pid} (sh) held by a debugger, state t", text)

    @needs_root
    def test_a_leftover_that_outlives_sigkill_makes_the_run_fail_too(self):
        with started("--termination-log", self.summary, "--", "sh", "-c",
                     "setsid sleep 1000 & echo $!; read go < \"$0\"; exit 0", self.fifo("go")) as run:
            pid = int(run.stdout.readline())
            wait_for(lambda: os.getsid(pid) == pid, "the leftover has its own session")
            hold_at_exit(pid)
            try:
                with open(self.path("go"), "w") as go:
                    go.write("go\n")
                code, err, summary = self.finish(run)
            finally:
                let_go(pid)
        self.assertEqual(code, 137)
        self.assertIn(f"process {pid} (sleep) held by a debugger, state t", summary)

    @needs_root
    def test_one_that_dies_within_five_seconds_of_sigkill_is_none(self):
        with started("--stop-grace", "0s", "--stop-budget", "1m", "--", "sh", "-c", "echo $$; exec sleep 1000") as run:
            pid = int(run.stdout.readline())
            hold_at_exit(pid)
            run.send_signal(signal.SIGTERM)
            wait_for(lambda: state_of(pid) == "t", "it is held at its exit")
            let_go(pid)
            code, err, _ = self.finish(run)
        self.assertIn(code, (137, 143))
        self.assertNotIn("not ended", err)

    def fifo(self, name):
        os.mkfifo(self.path(name))
        return self.path(name)


if __name__ == "__main__":
    main()
