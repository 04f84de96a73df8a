"""Runs the jobs of the night one after another."""
import subprocess
import sys


def run(job, *args):
    print("driver: starting %s" % job, flush=True)
    subprocess.check_call(["java", "-cp", "/app", job, *args])
    print("driver: %s is done" % job, flush=True)


def main():
    run("Jobs", "load")
    run("Jobs", "rank")
    run("Jobs", "publish")


if __name__ == "__main__":
    sys.exit(main())
