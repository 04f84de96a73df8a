"""Random workloads under the real executable: nobody is left, every exit code and every byte is right (contract 1, 4, 5).

usage: random_test.py TASK_AGENT RANDOM_PROGRAM RUNS

The seed is printed first. In the environment: RANDOM_RUNS_SEED takes one, RANDOM_RUNS another number of runs,
RANDOM_RUNS_ONLY the number of one run to be repeated alone.
"""

import ctypes
import json
import os
import random
import select
import struct
import subprocess
import sys
import tempfile
import time

from random_script import BLOCK, Script

LIMIT = 60.0  # for one run, on a machine that has other work
WORKERS = 8  # most of a run is waiting
PR_SET_CHILD_SUBREAPER = 36
RECORD = struct.Struct("=512Q")
FIRST_TAG = 16
COUNTS = ("runs", "processes", "alive", "codes", "outputs")


class Record:
    """What the workload noted of itself, see random_program.cpp."""

    def __init__(self, fd):
        self.words = RECORD.unpack(os.pread(fd, RECORD.size, 0))
        self.is_ending = self.words[2] != 0
        self.process_count = self.words[3]

    def may_ignore(self, number):
        return bool(self.words[0] >> number & 1)

    def has_ignored(self, number):
        return bool(self.words[1] >> number & 1)

    def frames(self, tag):
        begun, done = self.words[FIRST_TAG + 2 * tag:FIRST_TAG + 2 * tag + 2]
        return done, begun


class Run:
    def __init__(self, agent, program, seed, number, block_fd, block):
        self.script = Script(random.Random(f"{seed}/{number}"))
        self.counts = dict.fromkeys(COUNTS, 0) | {"runs": 1}
        self.complaints = []
        record_fd = os.memfd_create("record", 0)
        os.ftruncate(record_fd, RECORD.size)
        # whoever descends from the agent holds the other end
        lifeline, held = os.pipe()
        process = subprocess.Popen(
            [agent, "run", *self.script.options, "--", program, str(record_fd), str(block_fd), self.script.text],
            pass_fds=(record_fd, block_fd, held), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, env=clean_environment())
        os.close(held)
        try:
            out, err = self.watch(process)
            # at the moment of the agent's end nobody may live
            self.look_for_survivors(lifeline)
            self.check(process.returncode, out, err, block, Record(record_fd))
        except subprocess.TimeoutExpired:
            self.counts["alive"] += 1
            self.complaints.append(f"no end within {LIMIT:.0f} s; children of the agent: {children_of(process.pid)}")
            process.kill()
            process.communicate()
        finally:
            os.close(lifeline)
            os.close(record_fd)
            end_all_children()

    def watch(self, process):
        script = self.script
        if script.reads_late:
            time.sleep(script.reads_late)
        if script.kind in ("stop", "signal"):
            try:
                return process.communicate(timeout=script.delay)
            except subprocess.TimeoutExpired:
                process.send_signal(script.signal)
        return process.communicate(timeout=LIMIT)

    def look_for_survivors(self, lifeline):
        if not select.select([lifeline], [], [], 0)[0]:
            self.counts["alive"] += 1
            self.complaints.append(f"descendants live on: {processes_that_hold(lifeline)}")
        left = children_of(os.getpid())
        if left:
            self.counts["alive"] += 1
            self.complaints.append(f"left to whoever is above the agent: {left}")

    def check(self, code, out, err, block, record):
        self.counts["processes"] = record.process_count
        allowed = self.script.codes(record)
        if code not in allowed:
            self.counts["codes"] += 1
            self.complaints.append(f"exit code {code}, right were {sorted(allowed)}")
        wrong = self.script.complaints(1, out, block, record) + self.script.complaints(2, err, block, record)
        self.counts["outputs"] += bool(wrong)
        self.complaints += wrong


def clean_environment():
    return {name: value for name, value in os.environ.items()
            if not name.startswith(("TASK_AGENT_", "NEMO_", "NMP_", "NHX_", "RANDOM_RUNS"))}


def children_of(pid):
    """PID and state of each."""
    found = []
    try:
        with open(f"/proc/{pid}/task/{pid}/children") as children:
            pids = children.read().split()
        for child in pids:
            with open(f"/proc/{child}/stat") as stat:
                found.append(f"{child} {stat.read().rpartition(') ')[2][0]}")
    except OSError:
        pass
    return found


def processes_that_hold(fd):
    wanted = os.readlink(f"/proc/self/fd/{fd}")
    holders = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            if int(pid) != os.getpid() and any(os.readlink(f"/proc/{pid}/fd/{n}") == wanted for n in os.listdir(f"/proc/{pid}/fd")):
                holders.append(pid)
        except OSError:
            pass
    return holders


def end_all_children():
    """So that one failure is one: what a run left behind is not the next one's."""
    while True:
        try:
            for child in children_of(os.getpid()):
                os.kill(int(child.split()[0]), 9)
            os.waitpid(-1, 0)
        except ChildProcessError:
            return


def work(numbers, agent, program, seed, answers):
    # orphans of an agent come to us, and to no other worker
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    block = random.Random(seed).randbytes(BLOCK)
    with tempfile.TemporaryFile() as file:
        file.write(block)
        file.flush()
        for number in numbers:
            run = Run(agent, program, seed, number, file.fileno(), block)
            report = {"number": number, "counts": run.counts, "complaints": run.complaints, "script": str(run.script)}
            # one write: whole also beside the other workers
            with os.fdopen(os.dup(answers), "w") as to:
                to.write(json.dumps(report) + "\n")


def main():
    if len(sys.argv) != 4:
        print(__doc__)
        return 2
    agent, program = map(os.path.abspath, sys.argv[1:3])
    seed = os.environ.get("RANDOM_RUNS_SEED") or str(int.from_bytes(os.urandom(4), "big"))
    only = os.environ.get("RANDOM_RUNS_ONLY")
    numbers = [int(only)] if only else list(range(int(os.environ.get("RANDOM_RUNS") or sys.argv[3])))
    print(f"random runs: seed {seed}, {len(numbers)} runs", flush=True)

    sources = []
    for n in range(min(WORKERS, len(numbers))):
        source, answers = os.pipe()
        if os.fork() == 0:
            os.close(source)
            try:
                work(numbers[n::WORKERS], agent, program, seed, answers)
                os._exit(0)
            except BaseException as error:  # noqa: the parent counts the runs
                print(f"worker {n}: {error!r}", flush=True)
                os._exit(1)
        os.close(answers)
        sources.append(os.fdopen(source))

    totals = dict.fromkeys(COUNTS, 0)
    for line in lines_of(sources):
        report = json.loads(line)
        for name in COUNTS:
            totals[name] += report["counts"][name]
        if report["complaints"] or only:
            print(f"run {report['number']} (RANDOM_RUNS_SEED={seed} RANDOM_RUNS_ONLY={report['number']}): {report['script']}")
            for complaint in report["complaints"]:
                print(f"  WRONG: {complaint}")
    while True:
        try:
            os.wait()
        except ChildProcessError:
            break
    print(f"random runs: seed {seed}, {totals['runs']} runs, {totals['processes']} processes, {totals['alive']} alive, "
          f"{totals['codes']} wrong codes, {totals['outputs']} wrong outputs")
    is_right = totals["runs"] == len(numbers) and not totals["alive"] + totals["codes"] + totals["outputs"]
    return 0 if is_right and totals["processes"] > 0 else 1


def lines_of(sources):
    while sources:
        for ready in select.select(sources, [], [])[0]:
            line = ready.readline()
            if line:
                yield line
            else:
                sources.remove(ready)


if __name__ == "__main__":
    sys.exit(main())
