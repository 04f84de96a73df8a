"""Reads `ctest --show-only=json-v1` and prints the executables' names, which are their build targets, one a line.

The document may be followed or preceded by other lines (a preset's notices); it begins at the first brace.
"""

import json
import os
import sys

text = sys.stdin.read()
start = text.find("{")
tests = json.loads(text[start:text.rfind("}") + 1])["tests"] if start >= 0 else []
# a test whose executable is not built yet has no command; its name says the target (unit.x is unit_x)
names = {os.path.basename(t["command"][0]) if "command" in t else t["name"].replace(".", "_") for t in tests}
print(*sorted(names), sep="\n", end="\n" if names else "")
