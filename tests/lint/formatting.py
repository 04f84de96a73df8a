#!/usr/bin/env python3
"""clang-format 14 has nothing to change (another version would, so that no other is asked).

usage: formatting.py ROOT
"""

import shutil
import subprocess
import sys

from source_tree import SKIPPED, finish, sources

TOOL = "clang-format-14"


def check(root):
    files = sources(root)
    if not files:
        return [], 0
    run = subprocess.run([TOOL, "--dry-run", "-Werror", *files], cwd=root, capture_output=True, text=True, check=False)
    problems = [line for line in run.stderr.splitlines() if ": error:" in line]
    if run.returncode != 0 and not problems:
        problems = [f"{TOOL}: {run.stderr.strip()}"]
    return problems, len(files)


if __name__ == "__main__":
    if shutil.which(TOOL) is None:
        print(f"formatting: skipped, {TOOL} is not installed")
        sys.exit(SKIPPED)
    finish("formatting", *check(sys.argv[1]))
