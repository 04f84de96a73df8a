"""Descendants that left the group and the session are found and ended, whatever they ignore (contract 4): by a cgroup
of the workload's own, else one by one through the process tree."""

import os
import signal
import time
import unittest

from agent import Case, call, is_alive, main, needs_root, started, wait_for

UNIFIED = "/sys/fs/cgroup/unified" if os.path.isdir("/sys/fs/cgroup/unified") else "/sys/fs/cgroup"
# a mount namespace of its own, in which the agent can make no cgroup
READ_ONLY = ["unshare", "--mount", "sh", "-c", f'mount -o remount,bind,ro {UNIFIED} && exec "$0" "$@"']

# Three generations, each in a session of its own and deaf to SIGTERM; the last is a daemon of init's.
STUBBORN = """
trap "" TERM
echo $$ >> pids
setsid sh -c 'echo $$ >> pids; (setsid sh -c "echo \\$\\$ >> pids; sleep 3600; sleep 3600" & ); sleep 3600; sleep 3600' &
sleep 3600; sleep 3600
"""


def may_make_cgroups():
    kill = f"{UNIFIED}/test.{os.getpid()}"
    try:
        os.mkdir(kill)
    except OSError:
        return False
    found = os.path.exists(f"{kill}/cgroup.kill")
    os.rmdir(kill)
    return found


def unified_folder_of(pid):
    with open(f"/proc/{pid}/cgroup") as lines:
        return next(line.split("::")[1].strip() for line in lines if line.startswith("0::"))


class Tree(Case):
    def pids(self, count):
        try:
            with open(self.path("pids")) as file:
                found = [int(line) for line in file.read().split()]
        except FileNotFoundError:
            found = []
        return found if len(found) == count else None

    def stop_stubborn(self, run):
        """The time from SIGTERM to the end of the agent, and the folder that the workload was in."""
        pids = wait_for(lambda: self.pids(3), "the tree stands")
        folder = unified_folder_of(pids[2])
        run.send_signal(signal.SIGTERM)
        asked = time.monotonic()
        run.communicate(timeout=60)
        took = time.monotonic() - asked
        self.assertEqual(run.returncode, 128 + signal.SIGKILL)
        self.assertEqual([pid for pid in pids if is_alive(pid)], [])
        return took, folder

    @needs_root
    @unittest.skipUnless(may_make_cgroups(), "no writable unified cgroup hierarchy with cgroup.kill (Linux 5.14)")
    def test_by_its_cgroup_all_of_it_ends_with_the_ladder(self):
        with started("--stop-grace", "200ms", "--", "sh", "-c", STUBBORN, cwd=self.folder) as run:
            took, folder = self.stop_stubborn(run)
        self.assertTrue(folder.endswith(f"/task-agent.{run.pid}"), folder)
        self.assertFalse(os.path.exists(UNIFIED + folder), "the folder goes with the run")
        self.assertLess(took, 2.0, "nobody was waited for: each got SIGKILL with the first process")

    @needs_root
    def test_without_a_cgroup_each_is_found_below_the_agent(self):
        ours = unified_folder_of(os.getpid())
        with started("--stop-grace", "200ms", "--", "sh", "-c", STUBBORN, cwd=self.folder,
                     executable_prefix=READ_ONLY) as run:
            took, folder = self.stop_stubborn(run)
        self.assertEqual(folder, ours)
        self.assertLess(took, 2.0, "nobody was waited for: each got SIGKILL with the first process")

    def test_sigterm_reaches_a_leftover_below_one_that_ignores_it(self):
        self.write("deepest.py", """
import signal
signal.signal(signal.SIGTERM, lambda *_: (print("stopped", flush=True), exit(0)))  # not a shell: it may not undo an ignore
print("up", flush=True)
while True:
    signal.pause()
""")
        script = """
        setsid sh -c 'trap "" TERM; setsid python3 deepest.py; sleep 3600' &
        read line < go
        """
        os.mkfifo(self.path("go"))
        with started("--", "sh", "-c", script, cwd=self.folder) as run:
            self.assertEqual(run.stdout.readline(), "up\n")
            with open(self.path("go"), "w") as go:
                go.write("\n")
            out, _ = run.communicate(timeout=60)
        self.assertEqual(out, "stopped\n")
        self.assertEqual(run.returncode, 0)

    def test_what_may_live_on_gets_no_cgroup(self):
        ours = unified_folder_of(os.getpid())
        for option in ("--leftovers=leave", "--orphan=leave"):
            with self.subTest(option):
                out = call(option, "--", "grep", "0::", "/proc/self/cgroup").stdout
                self.assertEqual(out.strip(), "0::" + ours)

    def test_a_fork_bomb_that_ignores_sigterm_ends(self):
        bomb = 'trap "" TERM; b() { b & while :; do sleep 0.01 & wait; done; }; ulimit -u 300; b'
        for prefix in ([], READ_ONLY) if os.geteuid() == 0 else ([],):
            with self.subTest(prefix):
                mark = f"bomb-{os.getpid()}"
                with started("--user", "61234", "--stop-grace", "100ms", "--timeout", "500ms", "--env", f"MARK={mark}",
                             "--", "sh", "-c", bomb, executable_prefix=prefix) as run:
                    run.communicate(timeout=60)
                self.assertEqual(run.returncode, 128 + signal.SIGKILL)
                self.assertEqual(processes_of_user(61234), [])


def processes_of_user(uid):
    return [entry for entry in os.listdir("/proc")
            if entry.isdigit() and is_alive(int(entry)) and owner(entry) == uid]


def owner(pid):
    try:
        return os.stat(f"/proc/{pid}").st_uid
    except FileNotFoundError:
        return -1


if __name__ == "__main__":
    main()
