#!/usr/bin/env python3
"""The fault table: every fault at the first update, a heartbeat, the final update and the reading of the step, and the
server gone at the start, in the middle and at the end, over plain HTTP and over TLS, with real processes.

usage: table_test.py [REGEX]    only the rows whose names it finds

Each row checks that the dev-server ends with the status that is true, that it took no `active` behind a final status,
that the agent ends with the workload's code, that the fault really came, and that all took no longer than contract 2
and 3 allow (and as long as a Retry-After asks for). The last line is "faults tried N, updates lost N, wrong statuses N".
"""

import concurrent.futures
import os
import re
import ssl
import subprocess
import sys
import tempfile
import threading
import time

from front import Front
from runs import Run, Server

OUTAGE = "cannot report to the platform"
FINAL = {"completed", "error", "cancelled", "paused"}
# A build with checkers starts its processes so slowly that fewer rows go side by side there, and over one transport.
IS_CHECKED = os.environ.get("TASK_AGENT_IS_CHECKED") == "1"
ROWS_AT_ONCE = 8 if IS_CHECKED else 24
# What the machine itself may take: starting and ending processes of so many rows on two processors.
SLACK = 10.0 if IS_CHECKED else 3.0

# What the workload does in its last moment, the final status of that, and the agent's exit code.
ENDS = [("exit 0", "completed", 0), ("exit 3", "error", 3), ("kill -9 $$", "error", 137)]

# A fault, and the seconds that it may delay the end by when it meets the final update (contract 2: back-off with full
# jitter from 250 ms, Retry-After, 10 s a request, 404 twice 10 s apart; 401 and 409 at once).
FAULTS = [
    ("latency=400ms,count=1", 0.4),
    ("status=500,count=3", 0.25 + 0.5 + 1),
    ("status=502,as=gateway,applied=yes,count=1", 0.25),
    ("status=503,as=gateway,count=1", 0.25),
    ("status=504,as=gateway,applied=yes,count=2", 0.75),
    ("status=503,retry-after=date:1s,count=1", 2 + 0.25),
    ("status=429,retry-after=1s,count=1", 1 + 0.25),
    ("status=408,count=1", 0.25),
    ("status=425,count=1", 0.25),
    ("status=409,count=5", 0),
    ("status=409,count=7", 0.75),
    ("status=404,as=gateway,count=2", 0.75),
    ("status=404,count=1", 10),
    ("status=401,count=2", 0.25),
    ("status=403,count=1", 0.25),
    ("status=422,count=1", 0),
    ("status=400,count=1", None),  # contract 2: that update is given up, so never the final one
    ("reset-before,count=1", 0.25),
    ("reset-before,count=3", 1.75),
    ("reset-after,count=1", 0.25),
    ("reset-after,count=3", 1.75),
    ("silent,count=1", 10 + 0.25),
    ("silent,applied=yes,count=1", 10 + 0.25),
    ("truncate,count=1", 0),
    ("truncate=head,count=1", 0.25),
    ("oversize,count=1", 0),
]

# Faults that are there all the time, by chance; four failures in a row and more are not excluded.
ALWAYS = ["status=503,share=0.5,calls=put-task", "reset-before,share=0.5", "reset-after,share=0.5",
          "truncate=head,share=0.5", "latency=10ms..300ms", "oversize"]


class Row:
    def __init__(self, name, seconds, delay, options=(), faults=(), outage=None, at_least=0, late=False, end=0):
        self.name, self.seconds, self.delay, self.at_least = name, seconds, delay, at_least
        self.options, self.faults, self.outage, self.late = options, faults, outage, late
        self.last_act, self.status, self.code = ENDS[end % len(ENDS)]


def rows():
    table = []

    def add(name, *rest, **more):
        table.append(Row(name, *rest, end=len(table), **more))

    for fault, delay in FAULTS:
        hangs = fault.startswith("silent")
        # what is under way when the workload ends may take half of the final update's time
        short = ("--final-timeout=4s",)
        add(f"first update: {fault}", 1.2, 2 if hangs else 0.4, short, [f"{fault},update=first"])
        add(f"heartbeat: {fault}", 2.6, 2 if hangs else 0.4, short, [f"{fault},update=heartbeat"])
        if delay is not None:
            # a date is cut to whole seconds on its way and rounded up again
            add(f"final update: {fault}", 0.6, delay, ("--final-timeout=25s",), [f"{fault},update=final"],
                at_least=0.95 if "retry-after" in fault else 0.4 if "latency" in fault else 0)
        # contract 9: once before the final update, 1 s at most
        add(f"reading the step: {fault}", 0.8, 1, short, [f"{fault},calls=get-steps"])
    for fault in ALWAYS:
        add(f"always: {fault}", 2.6, 12, ("--final-timeout=12s",), [fault])
    for fault in ("silent", "status=500", "reset-before", "truncate"):
        add(f"reading back: {fault}", 0.6, 4, ("--final-timeout=4s",),
            ["truncate=head,update=final,count=1", f"{fault},calls=get-status"])
    # A heartbeat that the server takes its time for: given up for the final update, applied behind it, and found when
    # the final one is read back, later still (contract 3.4: it is put again).
    add("late heartbeat behind the final update", 1.5, 6, ("--final-timeout=6s",),
        ["latency=4s,update=heartbeat,count=1", "latency=1500ms,calls=get-status,count=1"], late=True)
    # seconds after the start at which the server goes and comes
    for name, seconds, goes, comes in (("start", 0.3, 0, 1.2), ("start, long", 2.0, 0, 0.8), ("middle", 3.2, 0.5, 2.4),
                                       ("end", 1.0, 0.7, 2.0), ("middle, twice", 3.6, 0.5, 1.8)):
        outage = [(goes, comes), (2.2, 3.2)] if name == "middle, twice" else [(goes, comes)]
        add(f"server gone: {name}", seconds, 8, ("--final-timeout=8s",), outage=outage)
    return table


class Verdict:
    def __init__(self, row, transport):
        self.row, self.transport = row, transport
        self.tried, self.lost, self.wrong, self.problems = 0, 0, 0, []

    def complain(self, text):
        self.problems.append(text)


def play(outage, front, run):
    for goes, comes in outage:
        time.sleep(max(0, run.began + goes - time.monotonic()))
        front.shut()
        time.sleep(max(0, run.began + comes - time.monotonic()))
        # not before it was noticed, however slow the agent started
        run.wait_until_it_says(OUTAGE, SLACK)
        front.open()


def check_updates(verdict, server, row):
    task = server.task()
    updates = server.updates()
    status = task["status"] if task else "none"
    if status not in FINAL:
        verdict.lost += 1
        verdict.complain(f"the final status was lost: the task is {status}")
    elif status != row.status:
        verdict.wrong += 1
        verdict.complain(f"the task is {status} and not {row.status}")
    taken = [said for said, was_taken, _ in updates if was_taken]
    ended = next((i for i, said in enumerate(taken) if said in FINAL), len(taken))
    came_late = any(said not in FINAL for said in taken[ended:])
    if row.late and not came_late:
        verdict.complain(f"nothing came in behind the final update: {taken}")
    if came_late and not row.late:
        verdict.wrong += 1
        verdict.complain(f"an active came behind the end: {taken}")
    has_report = task and task["error_details"].get("reason") == ("exit_code" if row.code == 3 else "signal")
    # contract 2: a refused field goes, the status stays
    if row.status == "error" and not has_report and "status=422" not in row.name:
        verdict.lost += 1
        verdict.complain(f"error_details are lost: {task}")


def try_row(row, transport, tls, ca_file):
    verdict = Verdict(row, transport)
    options = [f"--fault={fault}" for fault in row.faults] + ["--fault-seed=7"]
    with Server(options) as server:
        front = Front(server.port, tls, is_open=not (row.outage and row.outage[0][0] == 0)) if tls or row.outage else None
        url = front.url if front else f"http://127.0.0.1:{server.port}"
        more = ["--ca-file", ca_file] if tls else []
        run = Run(url, f"sleep {row.seconds}; {row.last_act}", [*row.options, *more])
        if row.outage:
            play(row.outage, front, run)
        code, took, err = run.end()
        verdict.tried = len(row.outage) if row.outage else server.faults_done()
        if not verdict.tried or (row.outage and OUTAGE not in err):
            verdict.complain(f"the fault did not come: {server.text()} {err}")
        check_updates(verdict, server, row)
        if code != row.code:
            verdict.complain(f"exit code {code} and not {row.code}: {err}")
        if took > row.seconds + row.delay + SLACK:
            verdict.complain(f"took {took:.2f} s, allowed are {row.seconds + row.delay} s and {SLACK} s for the machine")
        if took < row.seconds + row.at_least:
            verdict.complain(f"took {took:.2f} s, and {row.seconds + row.at_least} s at least were asked for")
        verdict.late = took - row.seconds - row.delay
        if verdict.problems:
            verdict.complain(f"requests:\n{server.text()}stderr:\n{err}")
        if front:
            front.shut()
    return verdict


def certificate(folder):
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                    "-days", "2", "-subj", "/CN=front", "-addext", "subjectAltName=IP:127.0.0.1",
                    "-keyout", f"{folder}/key.pem", "-out", f"{folder}/cert.pem"],
                   check=True, capture_output=True, timeout=60)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(f"{folder}/cert.pem", f"{folder}/key.pem")
    return context, f"{folder}/cert.pem"


def main():
    wanted = re.compile(sys.argv[1] if len(sys.argv) > 1 else "")
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        context, ca_file = certificate(folder)
        transports = [("http", None)] if IS_CHECKED else [("http", None), ("https", context)]
        tries = [(row, transport, tls) for row in rows() for transport, tls in transports
                 if wanted.search(f"{transport} {row.name}")]
        # the long ones first
        tries.sort(key=lambda t: t[0].seconds + t[0].delay, reverse=True)
        threading.stack_size(512 * 1024)
        with concurrent.futures.ThreadPoolExecutor(ROWS_AT_ONCE) as pool:
            verdicts = list(pool.map(lambda t: try_row(*t, ca_file), tries))
    failed = [v for v in verdicts if v.problems]
    for verdict in failed:
        print(f"{verdict.transport} {verdict.row.name}:", *verdict.problems, sep="\n  ")
    latest = max(verdicts, key=lambda v: v.late)
    print(f"{len(verdicts)} rows, {len(failed)} failed, {time.monotonic() - began:.1f} s; the nearest to its limit was "
          f"{latest.late:+.2f} s from it of {SLACK} s for the machine ({latest.transport} {latest.row.name})")
    print(f"faults tried {sum(v.tried for v in verdicts)}, updates lost {sum(v.lost for v in verdicts)}, "
          f"wrong statuses {sum(v.wrong for v in verdicts)}")
    return 1 if failed or not verdicts else 0


if __name__ == "__main__":
    sys.exit(main())
