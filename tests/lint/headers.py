#!/usr/bin/env python3
"""Every header compiles alone, and twice in a row, with the flags of its own module.

A header whose text, includes and flags are those of an earlier success is not compiled again: the keys of successes are
kept in BUILD/header_lint.

usage: headers.py ROOT BUILD
"""

import concurrent.futures
import hashlib
import json
import os
import re
import shlex
import subprocess
import sys

from source_tree import finish, read, sources

_OWN_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*"([^"]+)"', re.MULTILINE)
_KEPT = ("-D", "-I", "-isystem", "-std", "-W", "-f")


def kept_flags(command):
    """The flags of a compile command that decide whether a header compiles."""
    words = shlex.split(command)
    flags = []
    for word, following in zip(words, words[1:] + [""]):
        if word in ("-isystem", "-I"):
            flags += [word, following]
        elif word.startswith(_KEPT) and not word.startswith("-fsanitize"):
            flags.append(word)
    return flags


def flags_by_module(build):
    with open(f"{build}/compile_commands.json", encoding="utf-8") as file:
        entries = json.load(file)
    found = {}
    for entry in entries:
        match = re.search(r"/agent/(\w+)/[^/]+\.cpp$", entry["file"])
        if match:
            found.setdefault(match.group(1), kept_flags(entry["command"]))
    return found


def closure(root, header, seen=None):
    """The project's headers that this one includes, itself first, by their paths."""
    seen = {} if seen is None else seen
    if header in seen or not os.path.exists(f"{root}/{header}"):
        return seen
    seen[header] = read(f"{root}/{header}")
    for name in _OWN_INCLUDE.findall(seen[header]):
        beside = f"{os.path.dirname(header)}/{name}"
        closure(root, f"include/{name}" if name.startswith("task_agent/") else beside, seen)
    return seen


def key_of(root, header, flags):
    parts = [" ".join(flags)] + [f"{name}\n{text}" for name, text in sorted(closure(root, header).items())]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def compile_alone(root, header, flags):
    text = f'#include "{header}"\n#include "{header}"\n'
    command = ["g++", *flags, "-I", root, "-I", f"{root}/include", "-fsyntax-only", "-x", "c++", "-"]
    run = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    if run.returncode == 0:
        return None
    errors = [line for line in run.stderr.splitlines() if "error" in line]
    return f"{header}: does not compile alone: {errors[0] if errors else run.stderr.strip()}"


def check(root, build, flags):
    headers = sources(root, ("include", "agent"), (".hpp",))
    store = f"{build}/header_lint"
    os.makedirs(store, exist_ok=True)
    # a module of headers only has no command of its own: any module above the libraries will do
    spare = max(flags.values(), key=len, default=["-std=c++20"])
    jobs = []
    for header in headers:
        own = flags.get(header.split("/")[-2], spare)
        key = f"{store}/{key_of(root, header, own)}"
        if not os.path.exists(key):
            jobs.append((header, own, key))

    def work(job):
        header, own, key = job
        problem = compile_alone(root, header, own)
        if problem is None:
            open(key, "w", encoding="utf-8").close()
        return problem

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return [problem for problem in pool.map(work, jobs) if problem], len(headers)


if __name__ == "__main__":
    finish("headers", *check(sys.argv[1], sys.argv[2], flags_by_module(sys.argv[2])))
