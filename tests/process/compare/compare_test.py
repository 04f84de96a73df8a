#!/usr/bin/env python3
"""task-agent beside the small inits: the same checks for each, one table, and nothing that one of them does right may
be wrong here.

Exit code 77 = skipped: not root, no PID namespace, or none of the others is installed.
"""

import concurrent.futures
import os
import shutil
import subprocess
import sys

from checks import CHECKS

SKIPPED = 77
OTHERS = {"tini -g": ["tini", "-g", "--"], "dumb-init": ["dumb-init", "--"], "catatonit": ["catatonit", "--"]}
PATIENCE = 3  # tries for a check that was wrong; a busy machine is nobody's fault


def is_right(check, init):
    for _ in range(PATIENCE):
        try:
            if check(init):
                return True
        except (OSError, ValueError, IndexError, subprocess.TimeoutExpired):
            pass
    return False


def main():
    for name in list(os.environ):
        if name.startswith(("TASK_AGENT_", "NEMO_", "NMP_", "NHX_")) and name != "TASK_AGENT_EXECUTABLE":
            del os.environ[name]
    own = os.path.abspath(os.environ.pop("TASK_AGENT_EXECUTABLE"))
    if os.geteuid() != 0 or subprocess.run(["unshare", "--fork", "--pid", "--mount-proc", "true"],
                                           capture_output=True).returncode != 0:
        print("SKIPPED: no PID namespace can be made here (needs root)")
        return SKIPPED
    inits = {"task-agent": [own, "run", "--"]}
    inits |= {name: argv for name, argv in OTHERS.items() if shutil.which(argv[0])}
    missing = sorted(set(OTHERS) - set(inits))
    if missing:
        print("not installed:", ", ".join(missing))
    if len(inits) == 1:
        print("SKIPPED: none of the others is installed")
        return SKIPPED

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        asked = {(check, init): pool.submit(is_right, CHECKS[check], inits[init]) for check in CHECKS for init in inits}
        answers = {key: future.result() for key, future in asked.items()}

    width = max(map(len, CHECKS))
    print(" " * width, *(f"{init:>10}" for init in inits))
    behind = []
    for check in CHECKS:
        row = {init: answers[check, init] for init in inits}
        print(f"{check:<{width}}", *(f"{'right' if right else 'WRONG':>10}" for right in row.values()))
        if not row["task-agent"] and any(row.values()):
            behind.append(check)
    right = {init: sum(answers[check, init] for check in CHECKS) for init in inits}
    print(f"{f'of {len(CHECKS)} right':<{width}}", *(f"{count:>10}" for count in right.values()))
    for check in behind:
        print(f"FAILED: task-agent does not do what another does: {check}")
    nobody = [check for check in CHECKS if not any(answers[check, init] for init in inits)]
    for check in nobody:
        print(f"FAILED: nobody does it right, so the check itself is wrong: {check}")
    return 1 if behind or nobody else 0


if __name__ == "__main__":
    sys.exit(main())
