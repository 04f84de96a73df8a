#!/usr/bin/env python3
"""g++ 12.2 destroys temporaries of a co_await statement twice or too early; this keeps the known shapes out.

In a statement that contains co_await there is no brace (an aggregate temporary, a lambda's body) and no capturing
lambda; there is no `switch (co_await` and no `co_await (c ? f() : g())`. Name a local first. Structured bindings and the
brace that opens the block of an if, while or for are fine.

usage: coroutines.py ROOT
"""

import re
import sys

from source_tree import blanked, finish, read, sources

_TOKEN = re.compile(r'[A-Za-z_]\w*|""|->|&&|\|\||\+\+|--|::|[0-9][\w.\']*|\S')
_OPEN = {"(": ")", "[": "]", "{": "}"}
_CLOSE = {close: open_ for open_, close in _OPEN.items()}
_HEADS = {"if", "while", "for"}
# what may stand in front of the brace of a block
_BLOCK_BEFORE = {")", "else", "do", "try", "const", "noexcept", "override", "final", "mutable", ";", "{", "}", ":"}
# what makes a brace that has just closed part of an expression that goes on
_GOES_ON = {")", "]", ",", ".", "->", "?", ":", "(", "[", "&&", "||", "+", "-", "/", "%", "=", "<", ">", "|", "^"}


def tokens_of(text):
    line = 1
    last = 0
    tokens = []
    for match in _TOKEN.finditer(text):
        line += text.count("\n", last, match.start())
        last = match.start()
        tokens.append((match.group(0), line))
    return tokens


def is_block(words, at):
    """Does the brace at `at` open a block (and not an initialiser)?"""
    before = words[at - 1] if at else ";"
    if before in _BLOCK_BEFORE:
        return True
    # a trailing return type: "-> asio::awaitable<void> {"
    i = at - 1
    while i >= 0 and words[i] not in (";", "{", "}", "(", ")", "="):
        if words[i] == "->":
            return True
        i -= 1
    return False


def matching(words, at, step):
    """The index of the bracket that belongs to the one at `at`, walking by `step`; the end if there is none."""
    depth = 0
    i = at
    while 0 <= i < len(words):
        if words[i] in _OPEN:
            depth += step
        elif words[i] in _CLOSE:
            depth -= step
        if depth == 0:
            return i
        i += step
    return i


def statement_around(words, at):
    """(first, last, problem) of the statement that holds the co_await at `at`."""
    first = at
    while first > 0:
        word = words[first - 1]
        if word == ";":
            break
        if word == "{":
            if is_block(words, first - 1):
                break
            return first, at, "a brace around co_await"
        if word == "}" and words[first] not in _GOES_ON:
            break
        if word in _CLOSE:
            first = max(matching(words, first - 1, -1), 0)
        else:
            first -= 1
    last = at
    while last + 1 < len(words):
        word = words[last + 1]
        if word in (";", "}"):
            break
        if word == "{":
            head = words[first:last + 1]
            while head and head[0] in ("else", "do", "constexpr"):
                head = head[1:]
            if words[last] == ")" and head and head[0] in _HEADS and is_head_end(words, first, last):
                break
            return first, matching(words, last + 1, 1), None
        if word in _OPEN:
            last = min(matching(words, last + 1, 1), len(words) - 1)
        else:
            last += 1
    return first, last, None


def is_head_end(words, first, last):
    """Is the parenthesis that closes at `last` the one behind if, while or for?"""
    open_ = matching(words, last, -1)
    return open_ > first and words[open_ - 1] in _HEADS | {"constexpr"}


def is_capture(words, at):
    """Does the bracket at `at` begin a lambda that captures something?"""
    before = words[at - 1] if at else ";"
    if before in (")", "]", "[", '""') or words[at + 1] in ("]", "["):
        return False
    if before in ("auto", "&", "&&"):
        # "auto [a, b]", "auto const& [a, b]"; anything else behind an ampersand is a lambda
        return not (before == "auto" or "auto" in words[max(at - 3, 0):at])
    return before in ("return", "co_return", "co_await", "co_yield") or not re.match(r"\w", before)


def check_file(path, text):
    tokens = tokens_of(blanked(text))
    words = [word for word, _ in tokens]
    problems = []
    for at, (word, line) in enumerate(tokens):
        if word != "co_await":
            continue
        if words[at - 2:at] == ["switch", "("]:
            problems.append((line, "switch (co_await ...)"))
        if words[at + 1:at + 2] == ["("] and has_question(words, at + 1):
            problems.append((line, "co_await (c ? f() : g())"))
        first, last, problem = statement_around(words, at)
        statement = range(first, min(last + 1, len(words)))
        if problem is None and any(words[i] == "{" for i in statement):
            problem = "a brace in a statement with co_await"
        if problem:
            problems.append((line, problem))
        if any(words[i] == "[" and is_capture(words, i) for i in statement):
            problems.append((line, "a capturing lambda in a statement with co_await"))
    return [f"{path}:{line}: {what}; name a local first" for line, what in sorted(set(problems))]


def has_question(words, open_):
    depth = 0
    for word in words[open_:]:
        depth += (word in _OPEN) - (word in _CLOSE)
        if depth == 0:
            return False
        if word == "?" and depth == 1:
            return True
    return False


def check(root):
    files = sources(root)
    return [problem for path in files for problem in check_file(path, read(f"{root}/{path}"))], len(files)


if __name__ == "__main__":
    finish("coroutines", *check(sys.argv[1]))
