"""What the lints share: finding sources, and reading C++ without its comments and strings."""

import os
import re
import sys

SKIPPED = 77  # ctest's SKIP_RETURN_CODE

_NOISE = re.compile(
    r"""
      (?P<raw>R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)")
    | (?P<comment>//[^\n]*|/\*.*?\*/)
    | (?P<string>"(?:\\.|[^"\\\n])*"|(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])*')
    """,
    re.VERBOSE | re.DOTALL,
)


def blanked(text):
    """The text with comments and literals emptied; every line keeps its number."""

    def blank(match):
        lines = "\n" * match.group(0).count("\n")
        if match.group("comment"):
            return " " + lines
        return '""' + lines

    return _NOISE.sub(blank, text)


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def sources(root, folders=("agent", "include", "tests"), endings=(".cpp", ".hpp")):
    """Paths relative to root, sorted. The corpus is data, not source."""
    found = []
    for folder in folders:
        for where, folders_here, files in os.walk(os.path.join(root, folder)):
            folders_here[:] = sorted(f for f in folders_here if f not in ("corpus", "__pycache__"))
            found += [os.path.relpath(os.path.join(where, f), root) for f in files if f.endswith(endings)]
    return sorted(found)


def finish(name, problems, checked):
    """Prints what was found and ends the program; a lint that looked at nothing has failed."""
    for problem in problems:
        print(problem)
    if not checked:
        print(f"{name}: nothing was checked")
        sys.exit(1)
    print(f"{name}: {checked} checked, {len(problems)} problems")
    sys.exit(1 if problems else 0)
