# `explain` on logs as they are found: from a file or stdin, with secrets, without a failure, with much behind it.
import gzip
import os
import subprocess
import tempfile
import unittest

AGENT = os.environ["TASK_AGENT_EXECUTABLE"]

TRACE = b"""Traceback (most recent call last):
  File "/app/load.py", line 12, in <module>
    main()
  File "/app/load.py", line 9, in main
    raise LookupError("no column named price")
LookupError: no column named price
"""


def explain(*arguments, log=None, env=None):
    environment = {"PATH": os.environ["PATH"], **(env or {})}
    return subprocess.run([AGENT, "explain", *arguments], input=log, capture_output=True, env=environment, timeout=50)


class Explain(unittest.TestCase):
    def test_the_cause_and_its_stack_are_printed_from_stdin_and_from_a_file(self):
        with tempfile.NamedTemporaryFile() as file:
            file.write(b"step 1\nstep 2\n" + TRACE)
            file.flush()
            with open(file.name, "rb") as log:
                piped = explain(log=log.read())
            named = explain(file.name)
            dashed = explain("-", log=b"step 1\nstep 2\n" + TRACE)
        self.assertEqual(named.stdout, piped.stdout)
        self.assertEqual(named.stdout, dashed.stdout)
        self.assertEqual((named.returncode, named.stderr), (0, b""))
        self.assertTrue(named.stdout.startswith(b"cause: LookupError: no column named price\nstack:\n" + TRACE), named.stdout)

    def test_it_says_what_run_says(self):
        script = "def f():\n    raise OSError(28, 'No space left on device')\nf()"
        run = subprocess.run([AGENT, "run", "--report-tail", "on", "--", "python3", "-c", script], capture_output=True,
                             env={"PATH": os.environ["PATH"]}, timeout=50)
        last = run.stderr.decode().splitlines()[-1].removeprefix("task-agent: ")
        output = run.stderr.split(b"task-agent: ")[0]
        explained = explain(log=output).stdout.decode().splitlines()
        self.assertEqual(explained[0], "cause: " + last)
        self.assertIn("category: disk_full", explained)

    def test_the_cause_is_found_although_64_mib_followed_it(self):
        line = b"2026-11-22 12:00:00,123 INFO cleanup: removing a temporary file, loss 0.1, step 12/100, nothing to see here\n"
        log = b"start\n" + TRACE + line * (64 * 1024 * 1024 // len(line))
        end = explain(log=log)
        self.assertTrue(end.stdout.startswith(b"cause: LookupError: no column named price\n"), end.stdout[:300])

    def test_a_log_without_a_failure_is_exit_code_1(self):
        end = explain(log=b"step 1 error 0.1\nINFO all is well\n0 errors\n")
        self.assertEqual((end.returncode, end.stdout), (1, b"no failure found\n"))
        self.assertEqual(explain(log=b"").returncode, 1)

    def test_what_a_log_went_on_from_is_named_and_how_to_ask_for_it(self):
        log = b"start\n" + TRACE + b"tidying\nuploaded 3 files\n"
        end = explain(log=log)
        self.assertEqual((end.returncode, end.stdout), (1, b"no failure found\nthe log goes on behind LookupError: no column "
                                                          b"named price (line 2); if the command failed, tell how: "
                                                          b"--exit-code N\n"))
        end = explain("--exit-code", "1", log=log)
        self.assertTrue(end.stdout.startswith(b"cause: LookupError: no column named price\n"), end.stdout)

    def test_secrets_of_the_environment_are_masked(self):
        log = TRACE.replace(b"price", b"hunter2hunter2")
        end = explain(log=log, env={"DB_PASSWORD": "hunter2hunter2"})
        self.assertNotIn(b"hunter2", end.stdout)
        self.assertTrue(end.stdout.startswith(b"cause: LookupError: no column named ***\n"), end.stdout)

    def test_rules_of_the_users_own_name_the_category(self):
        with tempfile.NamedTemporaryFile("w", suffix=".conf") as rules:
            rules.write("[no_column]\ncategory = bad_table\nretryable = no\nhint = Look at the table's header.\n"
                        "cause = no column named\n")
            rules.flush()
            end = explain("--failure-rules", rules.name, log=TRACE)
        self.assertIn(b"category: bad_table\nhint: Look at the table's header.\nretryable: no\n", end.stdout, end)

    def test_with_the_exit_code_the_line_that_most_likely_tells_is_the_cause(self):
        log = b"reading 3 plans\nplan of unit 7 has no crew for the night\nremoving the lock\nleft after 2 plans\n"
        self.assertEqual(explain(log=log).returncode, 1)
        end = explain("--exit-code", "4", log=log)
        self.assertEqual(end.returncode, 0)
        self.assertTrue(end.stdout.startswith(b"cause: exit code 4: plan of unit 7 has no crew for the night\n"), end.stdout)

    def test_with_the_exit_code_it_says_what_run_says(self):
        script = "echo reading 3 plans; echo plan 2: cannot find unit 7 >&2; echo removing the lock >&2; exit 4"
        run = subprocess.run([AGENT, "run", "--report-tail", "on", "--", "sh", "-c", script], capture_output=True,
                             env={"PATH": os.environ["PATH"]}, timeout=50)
        last = run.stderr.decode().splitlines()[-1].removeprefix("task-agent: ")
        explained = explain("--exit-code", "4", log=run.stderr.split(b"task-agent: ")[0])
        self.assertEqual(last, "exit code 4: plan 2: cannot find unit 7")
        self.assertEqual(explained.stdout.decode().splitlines()[0], "cause: " + last)

    def test_what_ended_with_0_has_no_failure_whatever_its_log_tells(self):
        end = explain("--exit-code", "0", log=TRACE)
        self.assertEqual((end.returncode, end.stdout), (1, b"no failure found\n"))
        self.assertEqual(explain("--exit-code", "", log=TRACE).returncode, 0)

    def test_a_failure_without_a_word_is_told_by_its_code(self):
        for code, words in (("3", b"cause: exit code 3, without any output\n"), ("137", b"category: ")):
            end = explain("--exit-code", code, log=b"")
            self.assertEqual(end.returncode, 0)
            self.assertIn(words, end.stdout)

    def test_what_is_no_plain_text_is_refused_with_the_command_that_reads_it(self):
        with tempfile.NamedTemporaryFile(suffix=".log.gz") as packed:
            packed.write(gzip.compress(TRACE))
            packed.flush()
            end = explain(packed.name, log=b"")
        self.assertEqual((end.returncode, end.stdout), (125, b""), end)
        self.assertEqual(end.stderr.count(b"\n"), 1, end)
        self.assertIn(b"gzip", end.stderr)
        self.assertIn(b"zcat " + packed.name.encode() + b" | task-agent explain", end.stderr)
        end = explain(log=TRACE.decode().encode("utf-16"))
        self.assertEqual((end.returncode, end.stdout), (125, b""), end)
        self.assertIn(b"UTF-16", end.stderr)

    def test_what_a_jvm_left_of_its_crash_is_told_with_its_frames(self):
        end = explain(log=b"#\n# A fatal error has been detected by the Java Runtime Environment:\n#\n"
                          b"#  SIGSEGV (0xb) at pc=0x1, pid=7, tid=8\n#\n# Problematic frame:\n# C  [libx.so+0x1]  crash+0x1\n#\n\n"
                          b"Registers:\nRAX=0x0\n\nNative frames:\nC  [libx.so+0x1]  crash+0x1\n\n"
                          b"Java frames:\nj  com.example.Main.main()V+1\n\n")
        self.assertTrue(end.stdout.startswith(b"cause: SIGSEGV (0xb)"), end.stdout)
        self.assertIn(b"\nj  com.example.Main.main()V+1\n", end.stdout)
        self.assertNotIn(b"RAX", end.stdout)

    def test_what_cannot_be_read_is_one_sentence(self):
        for arguments, words in ((["/no/such/log"], b"/no/such/log"), (["/"], b"/"), (["a", "b"], b"b"),
                                 (["--error-stack-limit", "huge"], b"--error-stack-limit"),
                                 (["--exit-code", "256"], b"--exit-code"), (["--exit-code", "SIGTERM"], b"0 to 255")):
            end = explain(*arguments, log=b"")
            self.assertEqual((end.returncode, end.stdout), (125, b""), end)
            self.assertEqual(end.stderr.count(b"\n"), 1, end)
            self.assertIn(words, end.stderr)


if __name__ == "__main__":
    unittest.main()
