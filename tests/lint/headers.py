#!/usr/bin/env python3
"""Every header compiles alone, and twice in a row, with the flags of its own module.

Two kinds are not compiled here. A header that a source of its module includes before anything else was compiled alone by
the build: what shows it is the source's object, if it is no older than all that the header is made of, and "#pragma once"
stands for the second time. And a header whose text, includes and flags are those of an earlier success: the keys of
successes are kept in BUILD/header_lint.

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
_MODULE = re.compile(r"^(?:agent|include/task_agent)/(\w+)/")
# nothing but comments may stand before it
_FIRST_INCLUDE = re.compile(r'\A(?:\s|//[^\n]*|/\*.*?\*/)*#[ \t]*include[ \t]*"([^"]+)"', re.DOTALL)
_GUARD = re.compile(r"^#pragma once$", re.MULTILINE)
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


def commands(root, build):
    """(path in the tree, entry) of each source of the agent in the build's list of compile commands."""
    with open(f"{build}/compile_commands.json", encoding="utf-8") as file:
        entries = json.load(file)
    found = [(os.path.relpath(entry["file"], root), entry) for entry in entries]
    return [(source, entry) for source, entry in found if source.startswith("agent/")]


def module_of(path):
    match = _MODULE.match(path)
    return match.group(1) if match else None


def flags_by_module(entries):
    found = {}
    for source, entry in entries:
        found.setdefault(module_of(source), kept_flags(entry["command"]))
    return found


def included(name, includer):
    """The path of the header that is meant by a name between quotes."""
    return f"include/{name}" if name.startswith("task_agent/") else f"{os.path.dirname(includer)}/{name}"


def closure(root, header, seen=None):
    """The project's headers that this one includes, itself first, by their paths."""
    seen = {} if seen is None else seen
    if header in seen or not os.path.exists(f"{root}/{header}"):
        return seen
    seen[header] = read(f"{root}/{header}")
    for name in _OWN_INCLUDE.findall(seen[header]):
        closure(root, included(name, header), seen)
    return seen


def made_at(path):
    return os.stat(path).st_mtime_ns if os.path.exists(path) else 0


def proven(root, entries):
    """The headers that the build has compiled alone, since it compiled a source that begins with them."""
    found = set()
    for source, entry in entries:
        words = shlex.split(entry["command"])
        first = _FIRST_INCLUDE.match(read(f"{root}/{source}"))
        if not first or "-o" not in words or "-include" in words:
            continue
        header = included(first.group(1), source)
        parts = closure(root, header)
        if module_of(header) != module_of(source) or not _GUARD.search(parts.get(header, "")):
            continue
        built = made_at(os.path.join(entry["directory"], words[words.index("-o") + 1]))
        if all(made_at(f"{root}/{part}") <= built for part in (source, *parts)):
            found.add(header)
    return found


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


def check(root, build, entries):
    flags = flags_by_module(entries)
    by_the_build = proven(root, entries)
    headers = sources(root, ("include", "agent"), (".hpp",))
    store = f"{build}/header_lint"
    os.makedirs(store, exist_ok=True)
    # a module of headers only has no command of its own: any module above the libraries will do
    spare = max(flags.values(), key=len, default=["-std=c++20"])
    jobs = []
    for header in headers:
        if header in by_the_build:
            continue
        own = flags.get(module_of(header), spare)
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
    finish("headers", *check(sys.argv[1], sys.argv[2], commands(sys.argv[1], sys.argv[2])))
