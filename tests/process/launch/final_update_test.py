"""What the platform holds at the end of a run that was stopped, given up or never begun (contract 3 and 4)."""

import os
import signal
import sys

from agent import EXECUTABLE, Case, is_alive, main, needs_root, started
from unkillable_test import hold_at_exit, let_go

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../support"))
from dev_platform import DevPlatform


class FinalUpdate(Case):
    def setUp(self):
        super().setUp()
        self.platform = DevPlatform(EXECUTABLE)
        self.enterContext(self.platform)

    def run_of(self, *arguments, **options):
        return started(*arguments, env=self.platform.variables(), **options)

    def finish(self, run):
        _, err = run.communicate(timeout=60)
        task = self.platform.task()
        return run.returncode, task["status"], task["error_details"], err

    def assert_error_report_is_mirrored(self):
        task = self.platform.task()
        self.assertEqual(task["status_details"]["error_report"]["details"], task["error_details"])

    def test_a_signal_that_waits_before_the_start_stops_the_start(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            with self.subTest(number), DevPlatform(EXECUTABLE) as self.platform:
                ran = self.path("ran")

                def is_pending():
                    signal.pthread_sigmask(signal.SIG_BLOCK, [number])
                    os.kill(os.getpid(), number)

                with self.run_of("--", "touch", ran, preexec_fn=is_pending) as run:
                    code, status, details, err = self.finish(run)
                self.assertEqual((code, status, details["reason"]), (128 + number, "error", "stopped_externally"))
                self.assertEqual(details["message"], "stopped before the workload was started")
                self.assertFalse(os.path.exists(ran))
                self.assertTrue(err.endswith("task-agent: stopped before the workload was started\n"), err)
                # it was never active: the agent beats only for a workload that runs
                self.assertNotIn("usage", details)
                self.assert_error_report_is_mirrored()

    def test_a_program_that_is_not_there(self):
        with self.run_of("--", "/no/such/program") as run:
            code, status, details, _ = self.finish(run)
        self.assertEqual((code, status, details["reason"]), (127, "error", "start_failed"))
        self.assertEqual(details["message"], "cannot start /no/such/program: no such file")
        self.assert_error_report_is_mirrored()

    def test_a_folder_that_is_not_there(self):
        with self.run_of("--workdir", "/no/such/folder", "--", "true") as run:
            code, status, details, _ = self.finish(run)
        self.assertEqual((code, status, details["reason"]), (125, "error", "start_failed"))
        self.assertIn("/no/such/folder", details["message"])

    def test_a_time_limit_is_the_reason_whatever_the_workload_answers(self):
        for answer, code, kept in (("trap 'exit 0' TERM", 124, {"exit_code": 0}),
                                   ("trap 'exit 5' TERM", 5, {"exit_code": 5}),
                                   (":", 143, {"signal": 15, "signal_name": "SIGTERM"}),
                                   ("trap '' TERM", 137, {"signal": 9, "signal_name": "SIGKILL"})):
            with self.subTest(answer), DevPlatform(EXECUTABLE) as self.platform:
                with self.run_of("--timeout=300ms", "--stop-grace=300ms", "--", "sh", "-c",
                                 f"{answer}; while :; do sleep 0.01; done") as run:
                    ended, status, details, _ = self.finish(run)
                self.assertEqual((ended, status, details["reason"]), (code, "error", "timeout"))
                self.assertEqual({key: details.get(key) for key in kept}, kept)
                self.assertIn("stopped at its time limit", details["message"])
                self.assert_error_report_is_mirrored()

    @needs_root
    def test_a_process_that_outlives_sigkill_is_named(self):
        with self.run_of("--stop-grace=200ms", "--stop-budget=1m", "--", "sh", "-c",
                         "trap '' TERM; echo $$; while :; do read x < /dev/zero; done") as run:
            pid = int(run.stdout.readline())
            hold_at_exit(pid)
            try:
                run.send_signal(signal.SIGTERM)
                code, status, details, _ = self.finish(run)
                self.assertTrue(is_alive(pid))
            finally:
                let_go(pid)
        self.assertEqual((code, status, details["reason"]), (137, "error", "unkillable"))
        self.assertIn(f"not ended 5 s after SIGKILL: process {pid} (sh) held by a debugger", details["message"])
        self.assert_error_report_is_mirrored()

    def test_killed_by_somebody_else_is_a_signal_and_not_the_agents_doing(self):
        with self.run_of("--", "sh", "-c", "kill -KILL $$") as run:
            code, status, details, _ = self.finish(run)
        self.assertEqual((code, status, details["reason"], details["signal"]), (137, "error", "signal", 9))


if __name__ == "__main__":
    main()
