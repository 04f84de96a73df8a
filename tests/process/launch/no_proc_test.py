"""Without /proc no descendant can be listed: as PID 1 the agent ends its whole namespace (contract 4).

Only for the executable as it ships: the checkers of other builds need /proc themselves.
"""

import signal
import time

from agent import Case, main, needs_root, started


class WithoutProc(Case):
    @needs_root
    def test_a_pid_1_that_sees_no_processes_ends_its_namespace(self):
        # the daemon talks on, so that only its death ends the output before the five seconds of the drain
        talkative = 'trap "" TERM; setsid sh -c "trap \\"\\" TERM; while echo x; do sleep 0.05; done" & sleep 3600; sleep 3600'
        prefix = ["unshare", "--mount", "--fork", "--pid", "--kill-child", "sh", "-c",
                  'mount -t tmpfs none /proc && exec "$0" "$@"']
        with started("--stop-grace", "200ms", "--timeout", "500ms", "--", "sh", "-c", talkative,
                     executable_prefix=prefix) as run:
            began = time.monotonic()
            run.communicate(timeout=60)
        self.assertEqual(run.returncode, 128 + signal.SIGKILL)
        self.assertLess(time.monotonic() - began, 3.0)


if __name__ == "__main__":
    main()
