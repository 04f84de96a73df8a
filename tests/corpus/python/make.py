#!/usr/bin/env python3
"""Records what real interpreters print when they fail, with what the detector must read from it.

    make.py PYTHON...        e.g. make.py /opt/python2.7/bin/python /opt/python3.13/bin/python

For each case and interpreter: <case>-<version>.txt (what was printed, byte for byte; the script's folder is called /app)
and <case>-<version>.expect (key=value lines). What is expected is written down here, by hand, beside each program;
only the number of frames is counted from the print, by a rule of its own.

Program lines: everything runs from /app/main.py; a case may bring more files.
"""
import os
import re
import shutil
import subprocess
import sys
import textwrap

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = "/tmp/task-agent-corpus"

CASES = []


def case(name, source, type, message="", chain=(), role="raised", since=(2, 7), until=(9, 9), files=(), member="",
         prefix="", env=(), traces=1, pipe=""):
    CASES.append(dict(name=name, source=textwrap.dedent(source), type=type, message=message, chain=chain, role=role,
                      since=since, until=until, files=files, member=member, prefix=prefix, env=env, traces=traces, pipe=pipe))


case("plain", """
    def step(n):
        raise ValueError("bad thing %d" % n)
    def main():
        step(3)
    main()
    """, "ValueError", "bad thing 3")
case("key-error", "def f(d):\n    return d['x']\nf({})\n", "KeyError", "'x'")
case("carets", """
    class batch: pass
    def loss(b):
        return b.size + (1 + b.missing.value) * 2
    b = batch(); b.size = 1
    print("value", loss(b))
    """, "AttributeError", lambda v: "batch instance has no attribute 'missing'" if v < (3,) else "'batch' object has no attribute 'missing'")
case("zero-division", "x = 0\nprint([1 / x for _ in range(3)])\n", "ZeroDivisionError",
     lambda v: "integer division or modulo by zero" if v < (3,) else "division by zero")
case("bare-assert", "def check(ok):\n    assert ok\ncheck(False)\n", "AssertionError")
case("assert-message", "assert 1 == 2, 'numbers differ: 1 != 2'\n", "AssertionError", "numbers differ: 1 != 2")
case("import-error", "import no_such_module_here\n", lambda v: "ImportError" if v < (3, 6) else "ModuleNotFoundError",
     lambda v: "No module named no_such_module_here" if v < (3,) else "No module named 'no_such_module_here'")
case("dotted-type", """
    import pkg.cuda
    pkg.cuda.alloc()
    """, "pkg.cuda.OutOfMemoryError", "CUDA out of memory. Tried to allocate 2.00 GiB (GPU 0; 79.15 GiB total)",
     files=(("pkg/__init__.py", ""), ("pkg/cuda.py", """
class OutOfMemoryError(RuntimeError):
    pass


def alloc():
    raise OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB (GPU 0; 79.15 GiB total)")
""")))
case("local-class", """
    def main():
        class shape_error(Exception):
            pass
        raise shape_error("3 != 4")
    main()
    """, lambda v: "__main__.shape_error" if v < (3, 10) else "main.<locals>.shape_error", "3 != 4", since=(3, 0))
case("multi-line-message", """
    raise RuntimeError("CUDA error: device-side assert triggered\\n"
                       "CUDA kernel errors might be reported at some other call.\\n"
                       "Compile with `TORCH_USE_CUDA_DSA` to enable device-side assertions.")
    """, "RuntimeError", "CUDA error: device-side assert triggered")
case("message-on-next-line", "raise RuntimeError('\\n   An attempt was made\\n   to do it twice')\n", "RuntimeError",
     "An attempt was made")
case("unicode-message", u"# -*- coding: utf-8 -*-\nraise ValueError('gr\u00f6\u00dfe \u4f60\u597d')\n", "ValueError", u"gr\u00f6\u00dfe \u4f60\u597d", since=(3, 0))
case("cause-chain", """
    def load():
        try:
            {}["lr"]
        except KeyError as e:
            raise RuntimeError("no learning rate") from e
    load()
    """, "RuntimeError", "no learning rate", (("KeyError", "'lr'"),), since=(3, 0))
case("context-chain", """
    try:
        open("/no/such/file")
    except IOError:
        int("x")
    """, "ValueError", "invalid literal for int() with base 10: 'x'",
     (("FileNotFoundError", "[Errno 2] No such file or directory: '/no/such/file'"),), since=(3, 0))
case("three-links", """
    def a():
        try: 1 / 0
        except ZeroDivisionError as e: raise KeyError("second") from e
    def b():
        try: a()
        except KeyError: raise OSError("third")
    b()
    """, "OSError", "third", (("ZeroDivisionError", "division by zero"), ("KeyError", "'second'")), since=(3, 0))
case("cause-never-raised", "raise OSError('outer') from ValueError('inner')\n", "OSError", "outer", None, since=(3, 0))
case("recursion", """
    import sys
    sys.setrecursionlimit(60)
    def down(n):
        return down(n + 1)
    down(0)
    """, lambda v: "RuntimeError" if v < (3,) else "RecursionError", None)
case("mutual-recursion", """
    import sys
    sys.setrecursionlimit(300)
    def ping(n): return pong(n + 1)
    def pong(n): return ping(n + 1)
    ping(0)
    """, lambda v: "RuntimeError" if v < (3,) else "RecursionError", None)
case("syntax-error-main", "def f(:\n    pass\n", "SyntaxError", None)
case("indentation-error-main", "def f():\n    x = 1\n      y = 2\n", "IndentationError", "unexpected indent")
case("syntax-error-import", "import broken\n", "SyntaxError", None, files=(("broken.py", "x = = 1\n"),))
case("no-source", "exec(compile('def f():\\n    raise ValueError(1)\\nf()', '<generated>', 'exec'))\n", "ValueError", "1")
case("keyboard-interrupt", "import os, signal, time\nos.kill(os.getpid(), signal.SIGINT)\ntime.sleep(5)\n", "KeyboardInterrupt")
case("notes", """
    e = ValueError("bad batch")
    e.add_note("rank 3 of 8")
    e.add_note("see the data loader")
    raise e
    """, "ValueError", "bad batch", since=(3, 11))
case("group", """
    def member(n):
        raise TypeError("member %d" % n)
    errors = []
    for n in range(2):
        try: member(n)
        except TypeError as e: errors.append(e)
    raise ExceptionGroup("workers failed", errors)
    """, "ExceptionGroup", "workers failed (2 sub-exceptions)", (("TypeError", "member 0"), ("TypeError", "member 1")),
     member="TypeError: member 0", since=(3, 11))
case("nested-group", """
    raise ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [KeyError("k"), OSError("disk")])])
    """, "ExceptionGroup", "outer (2 sub-exceptions)",
     (("ValueError", "1"), ("ExceptionGroup", "inner (2 sub-exceptions)"), ("KeyError", "'k'"), ("OSError", "disk")),
     member="ValueError: 1", since=(3, 11))
case("group-from-cause", """
    try:
        {}["a"]
    except KeyError as e:
        raise ExceptionGroup("eg", [ValueError("v")]) from e
    """, "ExceptionGroup", "eg (1 sub-exception)", (("KeyError", "'a'"), ("ValueError", "v")), member="ValueError: v", since=(3, 11))
case("task-group", """
    import asyncio
    async def child(): raise ValueError("in a task")
    async def main():
        async with asyncio.TaskGroup() as g:
            g.create_task(child())
    asyncio.run(main())
    """, "ExceptionGroup", "unhandled errors in a TaskGroup (1 sub-exception)", (("ValueError", "in a task"),),
     member="ValueError: in a task", since=(3, 11))
case("thread", """
    import threading
    def work(): raise ValueError("in a thread")
    t = threading.Thread(target=work); t.start(); t.join()
    """, "ValueError", "in a thread", role="detached")
case("asyncio-never-retrieved", """
    import asyncio, gc
    async def work(): raise ValueError("nobody looks")
    async def main():
        t = asyncio.ensure_future(work())
        await asyncio.sleep(0.01)
        del t
        gc.collect()
    asyncio.get_event_loop_policy().new_event_loop().run_until_complete(main())
    """, "ValueError", "nobody looks", role="detached", since=(3, 5))
case("ignored", """
    class handle(object):
        def __del__(self): raise ValueError("too late")
    h = handle()
    del h
    """, "ValueError", "too late", role="ignored", since=(3, 0))
case("pool", """
    import multiprocessing
    def work(n): raise ValueError("in a worker")
    if __name__ == "__main__":
        multiprocessing.get_context("fork").Pool(1).map(work, [1])
    """, "ValueError", "in a worker", (("ValueError", "in a worker"),), since=(3, 6))
case("executor", """
    import concurrent.futures, multiprocessing
    def work(n): raise ValueError("in a worker")
    if __name__ == "__main__":
        with concurrent.futures.ProcessPoolExecutor(1) as pool:
            print(list(pool.map(work, [1])))
    """, "ValueError", "in a worker", (("ValueError", "in a worker"),), since=(3, 7))
case("process", """
    import multiprocessing
    def work(): raise ValueError("in a process")
    if __name__ == "__main__":
        p = multiprocessing.Process(target=work); p.start(); p.join()
    """, "ValueError", "in a process", until=(3, 13))
case("logging-exception", """
    import logging
    logging.basicConfig(level=logging.INFO)
    try: int("x")
    except ValueError: logging.exception("cannot read the number")
    logging.info("going on")
    """, "ValueError", "invalid literal for int() with base 10: 'x'")
case("two-in-a-row", """
    import traceback
    for n in range(2):
        try: int("x%d" % n)
        except ValueError: traceback.print_exc()
    """, "ValueError", "invalid literal for int() with base 10: 'x1'", traces=2)
case("bar-before", """
    import sys
    sys.stderr.write("\\r 50%|#####     | 5/10 [00:05<00:05,  1.00s/it]")
    sys.stderr.flush()
    raise ValueError("in the loop")
    """, "ValueError", "in the loop")
case("rank-prefix", "def f():\n    raise ValueError('on a rank')\nf()\n", "ValueError", "on a rank", prefix="[rank3]: ", pipe="[rank3]: ")
case("stamped", "def f():\n    raise ValueError('stamped')\nf()\n", "ValueError", "stamped", prefix="*",
     pipe="2026-11-22 10:00:%02d,%03d [worker 1] ")
case("indented", "def f():\n    raise ValueError('in a report')\nf()\n", "ValueError", "in a report", prefix="        ", pipe="        ")
case("colours", "def f():\n    raise ValueError('bright')\nf()\n", "ValueError", "bright", since=(3, 13), env=(("FORCE_COLOR", "1"),))
case("long-message", "raise ValueError('x' * 5000)\n", "ValueError", None)
case("string-conversion-fails", """
    class odd(Exception):
        def __str__(self): raise TypeError("no")
    raise odd()
    """, lambda v: "__main__.odd" if v < (3, 10) else "odd", None, since=(3, 0))


def value(what, version):
    return what(version) if callable(what) else what


def frames_of_last(text, prefix):
    """Frames of the last exception: File lines behind the last header (a group's own: gutter of depth one)."""
    lines = [re.sub("\x1b\\[[0-9;]*m", "", line) for line in text.split("\n")]
    starts = [i for i, line in enumerate(lines) if re.search(r"^( {2}\+ Exception Group )?Traceback \(most", line) or line.endswith(
        "Traceback (most recent call last):") and "|   " not in line and "    |" not in line]
    if not starts:
        return sum(1 for line in lines if re.match(r'  File "', line))
    last = starts[-1]
    rule = r'  \|   File "' if "Exception Group" in lines[last] else r'.*  File "'
    count = 0
    for line in lines[last + 1:]:
        if re.match(r"  \+-\+-", line):
            break
        if re.match(rule, line):
            count += 1
    return min(count, 64)


def decorate(text, pipe):
    if not pipe:
        return text
    lines = text.split("\n")
    for i in range(len(lines) - 1):
        lines[i] = (pipe % (i, i * 37 % 1000) if "%" in pipe else pipe) + lines[i]
    return "\n".join(lines)


def record(python):
    version = tuple(int(n) for n in subprocess.check_output(
        [python, "-c", "import sys; sys.stdout.write('%d.%d' % sys.version_info[:2])"]).decode().split("."))
    for c in CASES:
        if not c["since"] <= version <= c["until"]:
            continue
        shutil.rmtree(FOLDER, ignore_errors=True)
        os.makedirs(FOLDER)
        for name, content in (("main.py", c["source"].lstrip("\n")),) + tuple(c["files"]):
            path = os.path.join(FOLDER, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as f:
                f.write(content)
        env = {"PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8",
               **dict(c["env"])}
        run = subprocess.run([python, os.path.join(FOLDER, "main.py")], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                             stderr=subprocess.PIPE, env=env, timeout=60)
        text = run.stderr.decode("utf-8")
        text = text.replace(FOLDER, "/app")
        prefix_of_python = os.path.dirname(os.path.dirname(os.path.realpath(python)))
        text = text.replace(prefix_of_python, "/usr").replace(os.path.dirname(os.path.dirname(python)), "/usr")
        text = re.sub(r"0x[0-9a-f]{6,}", "0x7f0000000000", text)
        assert value(c["type"], version) in text, (c["name"], text)
        text = decorate(text, c["pipe"])
        stem = os.path.join(HERE, "%s-%d.%d" % (c["name"], *version))
        with open(stem + ".txt", "w", encoding="utf-8") as f:
            f.write(text)
        with open(stem + ".expect", "w", encoding="utf-8") as f:
            f.write("type=%s\n" % value(c["type"], version))
            message = value(c["message"], version)
            if message is not None:
                f.write("message=%s\n" % message)
            f.write("role=%s\ntraces=%d\nframes=%d\n" % (c["role"], c["traces"], frames_of_last(text, c["pipe"])))
            if c["prefix"] != "*":
                f.write("prefix=%s|\n" % c["prefix"])
            if c["member"]:
                f.write("member=%s\n" % c["member"])
            if c["chain"] is not None:
                f.write("links=%d\n" % len(c["chain"]))
                for type, message in c["chain"]:
                    f.write("link=%s: %s\n" % (type, message))
    shutil.rmtree(FOLDER, ignore_errors=True)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    for interpreter in sys.argv[1:]:
        record(interpreter)
