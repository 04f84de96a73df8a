"""A real interactive shell on a real terminal: stop key, fg, bg, and the terminal goes where it belongs (contract 4)."""

import os
import pty
import re
import select
import shutil
import signal
import time
import unittest

from agent import EXECUTABLE, Case, clean_environment, is_alive, main, needs_root, state_of, wait_for

PROMPT = "ready> "


class Terminal:
    """A program on a pseudo terminal, spoken to as a person would."""

    def __init__(self, argv, env):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execvpe(argv[0], argv, env)
        self.text = ""
        self.seen = 0

    def say(self, text):
        os.write(self.fd, text.encode())

    def expect(self, pattern, limit=20.0):
        """Reads on until the pattern stands behind what was last expected."""
        until = time.monotonic() + limit
        while True:
            match = re.compile(pattern).search(self.text, self.seen)
            if match:
                self.seen = match.end()
                return match
            left = until - time.monotonic()
            if left <= 0 or not select.select([self.fd], [], [], left)[0]:
                raise AssertionError(f"no {pattern!r} in {self.text[self.seen:]!r}")
            try:
                self.text += os.read(self.fd, 65536).decode(errors="replace")
            except OSError:  # the other side is closed
                raise AssertionError(f"ended without {pattern!r} in {self.text[self.seen:]!r}") from None

    def foreground(self):
        return os.tcgetpgrp(self.fd)

    def wait(self):
        _, status = os.waitpid(self.pid, 0)
        return os.waitstatus_to_exitcode(status)

    def close(self):
        try:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        except (ProcessLookupError, ChildProcessError):
            pass
        os.close(self.fd)


class JobControl(Case):
    def shell(self):
        if not shutil.which("bash"):
            self.skipTest("bash is not installed")
        env = clean_environment(PS1=PROMPT, TERM="dumb", HISTFILE="/dev/null")
        env.pop("PROMPT_COMMAND", None)
        terminal = Terminal(["bash", "--norc", "--noprofile", "--noediting", "-i"], env)
        self.addCleanup(terminal.close)
        terminal.expect(PROMPT)
        return terminal

    def agent(self, command):
        return f"{EXECUTABLE} run -- {command}"

    def test_stop_key_fg_and_end_of_file(self):
        shell = self.shell()
        shell.say(self.agent("cat") + "\n")
        shell.say("one\n")
        shell.expect("one\r\n[^>]*one\r\n")
        shell.say("\x1a")
        shell.expect("Stopped")
        shell.expect(PROMPT)
        shell.say("echo shell $((40+2))\n")
        shell.expect("shell 42\r\n")
        shell.expect(PROMPT)
        shell.say("fg\n")
        shell.expect("run -- cat\r\n")
        shell.say("two\n")
        shell.expect("two\r\n[^>]*two\r\n")
        # and once more: nothing of the first stop is left
        shell.say("\x1a")
        shell.expect("Stopped")
        shell.expect(PROMPT)
        shell.say("fg\n")
        shell.expect("run -- cat\r\n")
        shell.say("three\n")
        shell.expect("three\r\n[^>]*three\r\n")
        shell.say("\x04")
        shell.expect(PROMPT)
        shell.say("echo code $?\n")
        shell.expect("code 0\r\n")
        shell.expect(PROMPT)
        shell.say("exit\n")
        self.assertEqual(shell.wait(), 0)

    def test_the_stopped_workload_and_the_agent_are_both_stopped_and_both_go_on_in_the_background(self):
        shell = self.shell()
        shell.say(self.agent("sh -c 'echo pid $$; exec sleep 1000'") + "\n")
        pid = int(shell.expect(r"pid (\d+)\r\n")[1])
        with open(f"/proc/{pid}/stat") as stat:
            agent = int(stat.read().rpartition(") ")[2].split()[1])
        wait_for(lambda: shell.foreground() == pid, "the workload has the terminal")
        shell.say("\x1a")
        shell.expect("Stopped")
        shell.expect(PROMPT)
        self.assertEqual((state_of(pid), state_of(agent)), ("T", "T"))
        self.assertEqual(shell.foreground(), shell.pid)
        shell.say("bg\n")
        shell.expect(PROMPT)
        wait_for(lambda: state_of(pid) == "S" and state_of(agent) == "S", "both go on")
        self.assertEqual(shell.foreground(), shell.pid)
        shell.say("fg\n")
        shell.expect("sleep 1000")
        wait_for(lambda: shell.foreground() != shell.pid, "the job has the terminal")
        shell.say("\x03")
        shell.expect(PROMPT)
        shell.say("echo code $?\n")
        shell.expect("code 130\r\n")
        self.assertFalse(is_alive(pid))

    def test_a_background_job_that_reads_is_stopped_as_any_other_and_fg_lets_it_read(self):
        shell = self.shell()
        shell.say(self.agent("sh -c 'read line; echo got $line'") + " &\n")
        shell.expect(PROMPT)
        shell.say("wait\n")  # returns when the job has stopped
        shell.expect("Stopped")
        shell.say("fg\n")
        shell.expect("got .line'\r\n")
        shell.say("hello\n")
        shell.expect("got hello\r\n")
        shell.expect(PROMPT)

    def test_a_running_job_that_fg_brings_to_the_front_can_read(self):
        shell = self.shell()
        waiter = f"while [ ! -e {self.path('go')} ]; do sleep 0.05; done"
        shell.say(self.agent(f"sh -c '{waiter}; echo asking; read line; echo got $line'") + " &\n")
        shell.expect(PROMPT)
        shell.say("fg\n")
        shell.expect("got .line'\r\n")
        wait_for(lambda: shell.foreground() != shell.pid, "the job has the terminal")
        self.write("go", "")
        shell.expect("asking\r\n")
        shell.say("hello\n")
        shell.expect("got hello\r\n")
        shell.expect(PROMPT)

    def test_the_agent_in_a_script_of_the_shell_stops_the_whole_job(self):
        shell = self.shell()
        script = self.write("script", f"#!/bin/sh\n{self.agent('cat')}\necho after $?\n")
        shell.say(script + "\n")
        shell.say("one\n")
        shell.expect("one\r\n[^>]*one\r\n")
        shell.say("\x1a")
        shell.expect("Stopped")
        shell.expect(PROMPT)
        shell.say("fg\n")
        shell.expect("script\r\n")
        shell.say("two\n")
        shell.expect("two\r\n[^>]*two\r\n")
        shell.say("\x04")
        shell.expect("after 0\r\n")
        shell.expect(PROMPT)

    def test_without_a_shell_above_the_stop_key_stops_nothing(self):
        # as in a container with a terminal: nobody could ever continue it
        terminal = Terminal([EXECUTABLE, "run", "--", "cat"], clean_environment())
        self.addCleanup(terminal.close)
        terminal.say("one\n")
        terminal.expect("one\r\n[^>]*one\r\n")
        terminal.say("\x1a")
        terminal.expect(r"\^Z")
        terminal.say("two\n")
        terminal.expect("two\r\n")
        terminal.expect("two\r\n")
        terminal.say("\x04")
        self.assertEqual(terminal.wait(), 0)

    @needs_root
    @unittest.skipUnless(os.environ.get("TASK_AGENT_IS_STATIC", "1") == "1", "only the executable as it ships")
    def test_a_shell_under_the_agent_as_pid_1_of_a_containers_terminal_has_its_jobs(self):
        # what a container runtime does for "-it": PID 1 leads the session whose terminal it is
        container = ["unshare", "--fork", "--pid", "--mount-proc", "--kill-child", "setsid", "--ctty"]
        env = clean_environment(PS1=PROMPT, TERM="dumb", HISTFILE="/dev/null")
        env.pop("PROMPT_COMMAND", None)
        terminal = Terminal([*container, EXECUTABLE, "run", "--", "bash", "--norc", "--noprofile", "--noediting", "-i"], env)
        self.addCleanup(terminal.close)
        terminal.expect(PROMPT)
        self.assertNotIn("no job control", terminal.text)
        # on stderr, as the prompt: between two streams there is no order
        terminal.say("echo parent $PPID >&2\n")
        terminal.expect("parent 1\r\n")
        terminal.expect(PROMPT)
        terminal.say("cat\n")
        terminal.say("one\n")
        terminal.expect("one\r\n[^>]*one\r\n")
        terminal.say("\x1a")
        terminal.expect("Stopped")
        terminal.expect(PROMPT)
        terminal.say("fg\n")
        terminal.expect("cat\r\n")
        # it says so before the terminal has changed hands: only what cat answers proves that it has
        terminal.say("two\n")
        terminal.expect("two\r\n[^>]*two\r\n")
        terminal.say("\x03")
        terminal.expect(PROMPT)
        terminal.say("echo code $? >&2\n")
        terminal.expect("code 130\r\n")
        terminal.expect(PROMPT)
        terminal.say("exit 3\n")
        self.assertEqual(terminal.wait(), 3)


if __name__ == "__main__":
    main()
