#!/usr/bin/env python3
"""A file includes its own module and lower rows, nothing else; heavy libraries stay in their rooms.

usage: layers.py ROOT
"""

import os
import re
import sys

from source_tree import finish, read, sources

# Lowest first; modules of one row never include each other.
ROWS = [
    {"base"},
    {"core"},
    {"config"},
    {"logic", "trace", "wire"},
    {"os", "net", "store"},
    {"supervise", "platform", "export"},
    {"run", "host", "devserver"},
    {"cli"},
]
ROW_OF = {module: number for number, row in enumerate(ROWS) for module in row}

# A header's prefix, and what alone may include it: modules, or single files.
ROOMS = [
    ("boost/json", {"wire", "devserver"}),
    ("boost/beast", {"net", "devserver"}),
    ("CLI/", {"agent/cli/command_line.cpp"}),
]

_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)


def module_of(path):
    """agent/<module>/... or include/task_agent/<module>/..."""
    parts = path.split("/")
    index = 1 if parts[0] == "agent" else 2
    return parts[index] if len(parts) > index + 1 else ""


def check_file(root, path, text):
    module = module_of(path)
    if module not in ROW_OF:
        return [f'{path}: module "{module}" is in no row of the house']
    problems = []
    for match in _INCLUDE.finditer(text):
        place = f"{path}:{text.count(chr(10), 0, match.start()) + 1}"
        quote, name = match.groups()
        if name.startswith("task_agent/"):
            parts = name.split("/")
            other = parts[1] if len(parts) > 2 else ""
            if other not in ROW_OF:
                problems.append(f'{place}: "{name}" is in no row of the house')
            elif other != module and ROW_OF[other] >= ROW_OF[module]:
                how = "a sibling" if ROW_OF[other] == ROW_OF[module] else "a higher row"
                problems.append(f"{place}: {module} includes {other}, {how}")
        elif quote == '"' and ("/" in name or not os.path.exists(f"{root}/{os.path.dirname(path)}/{name}")):
            # a header that only its module knows lies beside its sources
            problems.append(f'{place}: "{name}" is neither task_agent/... nor a header of the same folder')
        for prefix, allowed in ROOMS:
            if name.startswith(prefix) and module not in allowed and path not in allowed:
                problems.append(f"{place}: <{prefix}...> belongs to {', '.join(sorted(allowed))} alone")
    return problems


def check(root):
    files = sources(root, ("agent", "include"))
    problems = [problem for path in files for problem in check_file(root, path, read(f"{root}/{path}"))]
    return problems, len(files)


if __name__ == "__main__":
    finish("layers", *check(sys.argv[1]))
