"""Replays the failures of a job.

When a job dies the interpreter prints something like

    Traceback (most recent call last):
      File "train.py", line 10, in <module>
        main()
    RuntimeError: CUDA error: out of memory

and this tool finds it again.
"""
import argparse

p = argparse.ArgumentParser("replay", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
p.add_argument("--error-limit", type=int, metavar="N", help="stop after N errors (ValueError, KeyError, ...)")
p.add_argument("--fail-fast", action="store_true", help="exit at the first failure: error code 1")
p.add_argument("--ignore", metavar="EXCEPTION", help="exception type to skip, e.g. TimeoutError: timed out")
p.parse_args(["--help"])
