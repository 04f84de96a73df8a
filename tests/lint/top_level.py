#!/usr/bin/env python3
"""The top level holds what everybody looks for there, and nothing else.

usage: top_level.py ROOT
"""

import os
import sys

from source_tree import finish

ALLOWED = {"CMakeLists.txt", "CMakePresets.json", "CMakeUserPresets.json", "Dockerfile", "README.md", "agent", "build",
           "compile_commands.json", "config", "include", "tests"}


def check(root):
    names = sorted(os.listdir(root))
    problems = [f"{name}: has no place at the top level" for name in names if name not in ALLOWED and name[0] != "."]
    return problems, len(names)


if __name__ == "__main__":
    finish("top_level", *check(sys.argv[1]))
