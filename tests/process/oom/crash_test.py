#!/usr/bin/env python3
"""A crash of the agent itself leaves a report on stderr and the signal as its end, and the workload with it (contract 4).

usage: crash_test.py TASK_AGENT [addr2line DEBUG_FILE]

With addr2line and the file that holds the executable's symbols the addresses are resolved too. The crash is a signal
from outside: the handler cannot tell, and no way to crash has to be built into the agent. Python 3 standard library only.
"""

import ctypes
import os
import re
import signal
import subprocess
import sys
import time
import unittest

CRASHES = (signal.SIGSEGV, signal.SIGBUS, signal.SIGFPE, signal.SIGILL, signal.SIGABRT)
LIMIT = 30.0
LIBC = ctypes.CDLL(None, use_errno=True)
NAMESPACES = ["unshare", "--fork", "--pid", "--mount-proc"]


def children_of(pid):
    with open(f"/proc/{pid}/task/{pid}/children") as file:
        return [int(child) for child in file.read().split()]


def eventually(condition):
    until = time.monotonic() + LIMIT
    while time.monotonic() < until:
        if value := condition():
            return value
        time.sleep(0.005)
    raise AssertionError("not in time")


def has_ended(pid):
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rpartition(") ")[2].startswith(("Z", "X"))
    except FileNotFoundError:
        return True


def start(*workload, **options):
    return subprocess.Popen(
        [AGENT, "run", "--", *workload], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, **options
    )


def send_to_thread(process, thread, number):
    """kill(2) would leave the choice of the thread to the kernel."""
    if LIBC.tgkill(process, thread, number) != 0:
        raise OSError(ctypes.get_errno(), "tgkill")


def pump_of(pid):
    return max(int(thread) for thread in os.listdir(f"/proc/{pid}/task"))


def crash(number, agent, thread=lambda pid: pid):
    """Once the workload runs and speaks, the agent's handlers are in place."""
    agent.stdout.readline()
    (workload,) = children_of(agent.pid)
    send_to_thread(agent.pid, thread(agent.pid), number)
    return workload


TALKS = ("sh", "-c", "echo started; exec sleep 1000")


class crash_test(unittest.TestCase):
    def test_each_crash_is_reported_with_build_and_frames_and_ends_workload_and_agent(self):
        version = subprocess.run([AGENT, "version"], capture_output=True, text=True).stdout.splitlines()[0]
        number, build_id = re.fullmatch(r"task-agent (\S+), build id ([0-9a-f]{40})", version).groups()
        for crashed in CRASHES:
            with self.subTest(crashed.name), start(*TALKS, stderr=subprocess.PIPE) as agent:
                workload = crash(crashed, agent)
                _, stderr = agent.communicate(timeout=LIMIT)
                self.assertEqual(agent.returncode, -crashed)
                lines = stderr.splitlines()
                expected = f"task-agent: crashed: {crashed.name} sent by process {os.getpid()}; version {number}, build id {build_id}"
                self.assertEqual(lines[:2], ["", expected])
                frames = lines[2:]
                self.assertGreater(len(frames), 5, stderr)
                for i, frame in enumerate(frames):
                    self.assertRegex(frame, rf"^task-agent:   #{i} 0x[0-9a-f]+( \(outside the executable\))?$")
                eventually(lambda: has_ended(workload))

    @unittest.skipUnless(len(sys.argv) > 3, "no addr2line or no symbols were given")
    def test_the_addresses_lead_to_the_lines_of_the_source(self):
        with start(*TALKS, stderr=subprocess.PIPE) as agent:
            crash(signal.SIGSEGV, agent)
            _, stderr = agent.communicate(timeout=LIMIT)
        addresses = re.findall(r"#\d+ (0x[0-9a-f]+)$", stderr, re.MULTILINE)
        named = subprocess.run([*RESOLVE, *addresses], capture_output=True, text=True).stdout
        self.assertRegex(named, r"task_agent::run_task\(.*task_run\.cpp:\d+")
        self.assertRegex(named, r"\nmain at .*main\.cpp:\d+")

    # Whatever the agent inherited and does to its own, the workload finds what it would find without it.
    def test_the_workloads_dispositions_and_mask_are_those_the_agent_was_given(self):
        def ignore_two():
            signal.signal(signal.SIGSEGV, signal.SIG_IGN)
            signal.signal(signal.SIGABRT, signal.SIG_IGN)
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGBUS})

        command = ("grep", "-E", "^Sig(Blk|Ign|Cgt)", "/proc/self/status")
        direct = subprocess.run(command, preexec_fn=ignore_two, capture_output=True, text=True).stdout
        with start(*command, preexec_fn=ignore_two) as agent:
            self.assertEqual(agent.communicate(timeout=LIMIT)[0], direct)
        self.assertIn(f"{1 << (signal.SIGBUS - 1):016x}", direct)

    def test_a_reader_of_stderr_that_does_not_read_costs_two_seconds_and_no_more(self):
        read, write = os.pipe()
        os.set_blocking(write, False)
        try:
            while True:
                os.write(write, bytes(65536))
        except BlockingIOError:
            os.set_blocking(write, True)
        # on a pump's thread the control thread lives on, and must not take the timer's signal away
        for thread in (lambda pid: pid, pump_of):
            with start(*TALKS, stderr=write) as agent:
                crash(signal.SIGSEGV, agent, thread)
                began = time.monotonic()
                try:
                    agent.wait(timeout=LIMIT)
                finally:
                    agent.kill()
                self.assertEqual(agent.returncode, -signal.SIGSEGV)
                self.assertLess(time.monotonic() - began, 10)
        os.close(read)
        os.close(write)

    # PID 1 of a namespace is not killed by its own signals (pid_namespaces(7)).
    def test_as_pid_1_the_code_says_the_signal(self):
        probe = subprocess.run([*NAMESPACES, "true"], capture_output=True, text=True)
        if probe.returncode != 0:
            self.skipTest("cannot make a PID namespace: " + probe.stderr.strip())
        outer = subprocess.Popen(
            [*NAMESPACES, AGENT, "run", "--", *TALKS],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        with outer:
            outer.stdout.readline()
            (agent,) = children_of(outer.pid)
            os.kill(agent, signal.SIGABRT)
            _, stderr = outer.communicate(timeout=LIMIT)
            self.assertIn("task-agent: crashed: SIGABRT", stderr)
            self.assertEqual(outer.returncode, 128 + signal.SIGABRT)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 4):
        print(__doc__)
        sys.exit(2)
    AGENT = os.path.abspath(sys.argv[1])
    RESOLVE = [sys.argv[2], "-Cfipe", sys.argv[3]] if len(sys.argv) == 4 else []
    unittest.main(argv=sys.argv[:1], verbosity=2)
