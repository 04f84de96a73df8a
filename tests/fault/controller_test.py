#!/usr/bin/env python3
"""A jobs controller writes over the task every 2 s: what of an agent's report survives (platform-facts 7.1)."""

import concurrent.futures
import time
import unittest

from runs import LIMIT, Run, Server

SCRIPT = "echo first words; echo boom >&2; sleep 2.5; exit 3"
MESSAGES = {
    "docker": "Job exited with non-zero code 3",
    "k8s": "Pod job-main is in error state",
    "subprocess": "Job exited with code 3",
}
# keys of the backend's own that must have been written while the task ran
RUNNING = {
    "docker": {"message"},
    "k8s": {"name", "phase", "conditions", "containers", "events"},
    "subprocess": {"message", "pid", "pgid", "subprocess_work_dir", "subprocess_persistent_storage_path"},
}


def watch(backend):
    """The task while it ran, as it was right after the agent's end, and after the controller's next round."""
    with Server([f"--controller={backend}"]) as server:
        run = Run(f"http://127.0.0.1:{server.port}", SCRIPT)
        deadline = time.monotonic() + LIMIT
        while not (task := server.task()) or not RUNNING[backend] <= task["status_details"].keys():
            assert time.monotonic() < deadline, task
            time.sleep(0.05)
        code, _, err = run.end()
        while (step := server.get("/status")["steps"][0])["status"] != "error":
            assert time.monotonic() < deadline, step
            time.sleep(0.05)
        return task, code, err, step, server.get("")


class Controller(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with concurrent.futures.ThreadPoolExecutor() as pool:
            cls.seen = dict(zip(MESSAGES, pool.map(watch, MESSAGES)))

    def test_the_controllers_words_replace_error_details_and_error_stack(self):
        for backend, (_, _, _, step, job) in self.seen.items():
            with self.subTest(backend):
                task = step["tasks"][0]
                self.assertEqual(task["status"], "error")
                self.assertEqual(task["error_details"], {"message": MESSAGES[backend]})
                self.assertIn("boom", task["error_stack"])
                self.assertEqual(step["error_details"], {"message": MESSAGES[backend]})
                self.assertEqual((job["status"], job["error_details"]), ("error", {"message": MESSAGES[backend]}))

    def test_the_error_report_survives_at_the_task_and_at_the_job(self):
        for backend, (_, _, _, step, job) in self.seen.items():
            with self.subTest(backend):
                for details in (step["tasks"][0]["status_details"], job["status_details"]):
                    report = details["error_report"]
                    self.assertEqual(report["details"]["reason"], "exit_code")
                    self.assertEqual(report["details"]["exit_code"], 3)
                    self.assertIn("boom", report["details"]["message"])
                    self.assertIn("boom", report["stack"])

    def test_agent_and_controller_write_side_by_side_while_the_task_runs(self):
        for backend, (running, code, _, _, _) in self.seen.items():
            with self.subTest(backend):
                self.assertEqual(running["status"], "active")
                self.assertIn("agent", running["status_details"])
                self.assertEqual(code, 3)

    def test_the_end_of_the_output_is_the_cause(self):
        """docker's and the subprocess backend's error_stack is the tail of the output (contract 3)."""
        for backend, (_, _, err, _, _) in self.seen.items():
            with self.subTest(backend):
                self.assertIn("boom", err.splitlines()[-1])


if __name__ == "__main__":
    unittest.main()
