"""--workdir, --env, --unset, --user, --leftovers, --orphan and NO_TASK_AGENT (contract 1 and 4)."""

import os
import signal
import subprocess
import time

from agent import EXECUTABLE, Case, call, clean_environment, is_alive, main, needs_root, started, wait_for


class Options(Case):
    def test_workdir_is_where_the_command_starts(self):
        done = call("--workdir", self.folder, "--", "pwd")
        self.assertEqual((done.returncode, done.stdout), (0, self.folder + "\n"))
        self.write("tool", "#!/bin/sh\necho found\n")
        self.assertEqual(call("--workdir", self.folder, "./tool").stdout, "found\n")

    def test_a_plain_script_in_the_workdir_runs_in_the_shell(self):
        self.write("plain", "echo no interpreter line\n")
        self.assertEqual(call("--workdir", self.folder, "./plain").stdout, "no interpreter line\n")

    def test_a_missing_workdir_is_125_with_a_reason_and_nothing_has_run(self):
        done = call("--workdir", self.path("none"), "--", "echo", "ran")
        self.assertEqual((done.returncode, done.stdout), (125, ""))
        self.assertEqual(done.stderr,
                         f"task-agent: error: cannot enter the working directory {self.path('none')}: no such folder\n")

    def test_a_missing_workdir_is_reported_as_start_failed(self):
        summary = self.write("termination-log", "")
        done = call("--workdir", self.path("none"), f"--termination-log={summary}", "--", "true")
        self.assertEqual(done.returncode, 125)
        with open(summary) as file:
            self.assertIn("no such folder", file.read())

    def test_env_and_unset_take_effect_in_the_order_given(self):
        done = call("--env", "A=1", "--env", "B=x=y", "--env", "A=2", "--unset", "GONE", "--env", "E=", "--", "sh", "-c",
                    'echo "$A|$B|${GONE-unset}|${E-unset}|$KEPT"', env={"GONE": "here", "KEPT": "kept"})
        self.assertEqual((done.returncode, done.stdout), (0, "2|x=y|unset||kept\n"))
        self.assertEqual(call("--unset", "A", "--env", "A=1", "--unset", "A", "--", "sh", "-c", 'echo "${A-unset}"',
                              env={"A": "0"}).stdout, "unset\n")

    def test_a_path_that_was_set_is_where_the_command_is_looked_for(self):
        self.write("only-here", "#!/bin/sh\necho found\n")
        self.assertEqual(call("--env", f"PATH={self.folder}", "only-here").stdout, "found\n")

    def test_malformed_env_and_unset_are_125_and_named_without_a_value(self):
        done = call("--env", "TOKEN", "true")
        self.assertEqual((done.returncode, done.stderr),
                         (125, 'task-agent: --env "TOKEN" (flag): names no variable; allowed is NAME=VALUE\n'))
        done = call("--unset", "A=secret", "true")
        self.assertEqual(done.returncode, 125)
        self.assertNotIn("secret", done.stderr)

    def test_malformed_values_are_125_with_one_sentence(self):
        for flag, value, part in (("--user", "root", "allowed are numbers like 1000 or 1000:100"),
                                  ("--timeout", "soon", "not a duration"),
                                  ("--stop-sequence", "TERM", "allowed are values like USR1:30s,TERM:8s"),
                                  ("--orphan", "adopt", "allowed are kill, leave"),
                                  ("--leftovers", "eat", "allowed are stop, leave")):
            done = call(flag, value, "true")
            self.assertEqual(done.returncode, 125, flag)
            self.assertIn(part, done.stderr)
            self.assertEqual(done.stderr.count("\n"), 1)

    @needs_root
    def test_user_changes_every_id_and_leaves_no_further_group(self):
        status = ["grep", "-E", "^(Uid|Gid|Groups):", "/proc/self/status"]
        done = call("--user", "12345:23456", "--", *status)
        self.assertEqual(done.returncode, 0, done.stderr)
        lines = [line.split() for line in done.stdout.splitlines()]
        self.assertEqual(lines, [["Uid:"] + ["12345"] * 4, ["Gid:"] + ["23456"] * 4, ["Groups:"]])
        self.assertEqual(call("--user", "12345", "--", *status).stdout.splitlines()[1].split()[1], "12345")

    @needs_root
    def test_user_still_dies_with_the_agent_and_is_still_stopped(self):
        with started("--user", "12345", "--stop-grace", "5s", "--", "sh", "-c", "echo $$; exec sleep 1000") as run:
            pid = int(run.stdout.readline())
            run.send_signal(signal.SIGKILL)
            run.wait(timeout=20)
            wait_for(lambda: not is_alive(pid), "the workload ends with the agent")
        with started("--user", "12345", "--", "sh", "-c", "echo $$; exec sleep 1000") as run:
            run.stdout.readline()
            run.send_signal(signal.SIGTERM)
            self.assertEqual(run.wait(timeout=20), 128 + signal.SIGTERM)

    @needs_root
    def test_user_without_the_right_to_change_is_explained(self):
        as_nobody = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
        done = subprocess.run([*as_nobody, EXECUTABLE, "run", "--user", "12345", "true"], capture_output=True, text=True,
                              env=clean_environment(), timeout=20, cwd="/")
        self.assertEqual((done.returncode, done.stderr), (
            125, "task-agent: error: cannot start true: --user 12345:12345: only root may become another user\n"))
        # who one is already, one may be
        done = subprocess.run([*as_nobody, EXECUTABLE, "run", "--user", "65534", "id", "-u"], capture_output=True,
                              text=True, env=clean_environment(), timeout=20, cwd="/")
        self.assertEqual((done.returncode, done.stdout), (0, "65534\n"))

    def leftover(self, *options):
        """Runs a command that leaves a sleeper of another session behind; its pid, the run's exit and duration."""
        began = time.monotonic()
        done = call(*options, "--", "sh", "-c", "setsid sleep 1000 & echo $!; exit 3")
        return int(done.stdout), done.returncode, time.monotonic() - began

    def test_leftovers_are_stopped_by_default(self):
        pid, code, took = self.leftover()
        self.assertEqual(code, 3)
        self.assertFalse(is_alive(pid))

    def test_leftovers_leave_keeps_them_and_still_ends_within_the_wait_for_silence(self):
        pid, code, took = self.leftover("--leftovers", "leave")
        try:
            self.assertEqual(code, 3)
            self.assertTrue(is_alive(pid))
            self.assertLess(took, 5)
        finally:
            os.kill(pid, signal.SIGKILL)

    def orphan(self, *options):
        with started(*options, "--", "sh", "-c", "echo $$; exec sleep 1000") as run:
            pid = int(run.stdout.readline())
            run.send_signal(signal.SIGKILL)
            run.wait(timeout=20)
        return pid

    def test_the_first_process_dies_with_the_agent_unless_it_is_to_be_left(self):
        killed = self.orphan()
        wait_for(lambda: not is_alive(killed), "the first process ends with the agent")
        left = self.orphan("--orphan", "leave")
        try:
            # what the kernel does, it does at the agent's death, and that is over
            self.assertTrue(is_alive(left))
        finally:
            os.kill(left, signal.SIGKILL)

    def test_no_task_agent_becomes_the_command_whatever_the_options_say(self):
        process = subprocess.Popen([EXECUTABLE, "run", "--no-such-option", "--stop-grace", "nonsense", "sh", "-c",
                                    'echo $$ "$NO_TASK_AGENT" "$TASK_AGENT_LOG"; exit 7'],
                                   env=clean_environment(NO_TASK_AGENT="1", TASK_AGENT_LOG="x", TASK_AGENT_NONE="y"),
                                   stdout=subprocess.PIPE, text=True)
        out, _ = process.communicate(timeout=20)
        self.assertEqual(process.returncode, 7)
        self.assertEqual(out, f"{process.pid} 1 x\n")

    def test_no_task_agent_keeps_the_codes_of_a_shell(self):
        done = call("no-such-command-here", env={"NO_TASK_AGENT": "1"})
        self.assertEqual((done.returncode, done.stderr),
                         (127, "task-agent: cannot start no-such-command-here: not found in any folder of PATH\n"))
        done = call(self.folder, env={"NO_TASK_AGENT": "1"})
        self.assertEqual((done.returncode, done.stderr),
                         (126, f"task-agent: cannot start {self.folder}: {self.folder} is a directory\n"))

    def test_no_task_agent_set_to_anything_else_changes_nothing(self):
        self.assertEqual(call("--no-such-option", "true", env={"NO_TASK_AGENT": "0"}).returncode, 125)


if __name__ == "__main__":
    main()
