"""Runs the steps of a night as children; the first that fails ends it."""
import subprocess
import sys
import time

STEPS = ("fetch", "convert", "publish")


def run(step):
    print("[driver] %s starts" % step, flush=True)
    begun = time.monotonic()
    subprocess.check_call([sys.executable, "/app/steps.py", step])
    print("[driver] %s took %d s" % (step, time.monotonic() - begun), flush=True)


for name in STEPS:
    run(name)
