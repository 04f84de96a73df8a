"""--stop-sequence, repeated signals and --timeout with real signals (contract 4)."""

import signal
import time

from agent import Case, call, children_of, main, started, state_of, wait_for

# Prints the name of each signal it gets, with the time; ends on none but SIGKILL unless told.
RECORDER = """
import os, signal, sys, time
ends_on = sys.argv[1:]
def note(number, frame):
    name = signal.Signals(number).name
    os.write(1, f"{name} {time.monotonic()}\\n".encode())
    if name in ends_on: os._exit(42)
for s in (signal.SIGTERM, signal.SIGINT, signal.SIGUSR1, signal.SIGHUP): signal.signal(s, note)
os.write(1, b"ready\\n")
while True: signal.pause()
"""


class Ladder(Case):
    def recording(self, *options, ends_on=()):
        return started(*options, "--", "python3", "-c", RECORDER, *ends_on)

    def finish(self, run):
        out, err = run.communicate(timeout=60)
        seen = [line.split() for line in out.splitlines()]
        return run.returncode, [(name, float(at)) for name, at in seen], err

    def test_a_sequence_climbs_rung_by_rung_to_sigkill(self):
        with self.recording("--stop-sequence", "USR1:400ms,HUP:300ms", "--stop-budget", "1m") as run:
            self.assertEqual(run.stdout.readline(), "ready\n")
            run.send_signal(signal.SIGTERM)
            began = time.monotonic()
            code, seen, err = self.finish(run)
            took = time.monotonic() - began
        self.assertEqual([name for name, _ in seen], ["SIGUSR1", "SIGHUP"])
        self.assertGreaterEqual(seen[1][1] - seen[0][1], 0.35)
        self.assertGreaterEqual(took, 0.65)
        self.assertEqual(code, 137)
        self.assertEqual(err, "")

    def test_a_workload_that_obeys_the_second_rung_keeps_its_code(self):
        with self.recording("--stop-sequence", "USR1:200ms,TERM:30s", "--stop-budget", "1m", ends_on=["SIGTERM"]) as run:
            run.stdout.readline()
            run.send_signal(signal.SIGINT)
            code, seen, _ = self.finish(run)
        self.assertEqual([name for name, _ in seen], ["SIGUSR1", "SIGTERM"])
        self.assertEqual(code, 42)

    def test_a_sequence_beyond_the_budget_is_cut_so_that_every_rung_comes_and_says_so(self):
        with self.recording("--stop-sequence", "USR1:30s,TERM:30s", "--stop-budget", "2500ms") as run:
            run.stdout.readline()
            run.send_signal(signal.SIGTERM)
            began = time.monotonic()
            code, seen, err = self.finish(run)
            took = time.monotonic() - began
        self.assertEqual([name for name, _ in seen], ["SIGUSR1", "SIGTERM"])
        self.assertEqual(code, 137)
        self.assertLess(took, 10)
        self.assertIn("--stop-sequence takes 1m, which --stop-budget 2s500ms does not hold", err)

    def test_a_third_interrupt_kills_on_any_rung(self):
        with self.recording("--stop-sequence", "USR1:1h,TERM:1h", "--stop-budget", "3h") as run:
            run.stdout.readline()
            run.send_signal(signal.SIGINT)
            self.assertTrue(run.stdout.readline().startswith("SIGUSR1"))
            run.send_signal(signal.SIGINT)
            self.assertTrue(run.stdout.readline().startswith("SIGINT"))
            run.send_signal(signal.SIGINT)
            self.assertEqual(self.finish(run)[0], 137)

    def test_a_term_two_seconds_after_the_last_rung_kills(self):
        with self.recording("--stop-grace", "1h", "--stop-budget", "2h") as run:
            run.stdout.readline()
            run.send_signal(signal.SIGTERM)
            self.assertTrue(run.stdout.readline().startswith("SIGTERM"))
            run.send_signal(signal.SIGTERM)  # at once: the same order twice
            self.assertTrue(run.stdout.readline().startswith("SIGTERM"))
            time.sleep(2.1)  # what is measured
            run.send_signal(signal.SIGTERM)
            self.assertEqual(self.finish(run)[0], 137)

    def test_a_timeout_that_is_obeyed_with_0_is_124_and_an_error(self):
        done = call("--timeout", "300ms", "--report-tail", "on", "--", "sh", "-c", "trap 'exit 0' TERM; sleep 1000 & wait")
        self.assertEqual(done.returncode, 124)
        self.assertIn("stopped at its time limit", done.stderr)

    def test_a_timeout_passes_a_code_that_is_not_0(self):
        self.assertEqual(call("--timeout", "300ms", "sleep", "1000").returncode, 143)
        done = call("--timeout", "300ms", "--", "sh", "-c", "trap 'exit 5' TERM; sleep 1000 & wait")
        self.assertEqual(done.returncode, 5)

    def test_a_timeout_climbs_the_ladder(self):
        done = call("--timeout", "500ms", "--stop-sequence", "USR1:200ms,HUP:200ms", "--", "python3", "-c", RECORDER)
        self.assertEqual(done.returncode, 137)
        self.assertEqual([line.split()[0] for line in done.stdout.splitlines()], ["ready", "SIGUSR1", "SIGHUP"])

    def test_a_run_within_its_timeout_knows_nothing_of_it(self):
        done = call("--timeout", "1h", "sh", "-c", "exit 3")
        self.assertEqual((done.returncode, done.stderr), (3, ""))

    def test_a_stopped_workload_is_continued_for_its_signal(self):
        with started("--", "sh", "-c", "kill -STOP $$") as run:
            pid = wait_for(lambda: children_of(run.pid), "the workload is there")[0]
            wait_for(lambda: state_of(pid) == "T", "the workload stops itself")
            run.send_signal(signal.SIGTERM)
            self.assertEqual(run.wait(timeout=20), 143)


if __name__ == "__main__":
    main()
