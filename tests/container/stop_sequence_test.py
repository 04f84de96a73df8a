#!/usr/bin/env python3
"""The stop sequence of Docker and of Kubernetes, replayed on a container again and again: SIGTERM, 30 s, SIGKILL.

usage: stop_sequence_test.py TASK_AGENT [ROUNDS]

Each round is a fresh runc container and a fresh job in a real dev-server that is slow now and then and refuses some of the
final updates at first. Rounds go through all of: the agent as PID 1 (Kubernetes) or under an init (Docker); a cancel or a
stop that the platform knows nothing of; a workload that ends at once, one that saves for two seconds, one that ignores
SIGTERM. In each the final update must be there and the container gone before the shortest platform's 10 s are over, and
SIGKILL is never needed. Needs root, runc, busybox-static and the static executable. Exit code 77 = skipped. Python 3
standard library only.
"""

import concurrent.futures
import itertools
import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.request

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import oci  # noqa: E402

SKIPPED = 77
SIDE_BY_SIDE = 4
PLATFORMS_PATIENCE = 30.0  # docker's and Kubernetes' until SIGKILL
SHORTEST = 10.0  # of all platforms, and what --stop-budget is made for
TINI = "/usr/bin/tini-static"
FAULTS = ["latency=20ms..300ms,calls=put-task+get-steps,share=0.5", "status=503,calls=put-task,update=final,share=0.3"]

WORKLOADS = {
    "ends at once": ("echo ready; while :; do busybox sleep 0.05; done", 143),
    "saves for 2 s": ("trap 'busybox sleep 2; exit 0' TERM; echo ready; while :; do busybox sleep 0.05; done", 0),
    "ignores it": ("trap '' TERM; echo ready; while :; do busybox sleep 0.05; done", 137),
}


class Platform:
    def __init__(self, agent):
        arguments = [agent, "dev-server", "--listen", "127.0.0.1:0"]
        for fault in FAULTS:
            arguments += ["--fault", fault]
        self.process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.url = re.search(r"http://\S+?:\d+", self.process.stdout.readline()).group()

    def call(self, method, path, body=None):
        request = urllib.request.Request(f"{self.url}/apis/jobs/v2/workspaces/default/jobs{path}", method=method,
                                         data=json.dumps(body).encode() if body is not None else None,
                                         headers={"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=oci.PATIENCE) as answer:
            return json.load(answer)

    def create(self, name):
        step = {"name": "main", "executor": {"provider": "cpu", "container": {"image": "none"}}}
        self.call("POST", "", {"name": name, "source": "test", "spec": {}, "platform_spec": {"steps": [step]}})

    def task_status(self, name):
        tasks = self.call("GET", f"/{name}/status")["steps"][0]["tasks"]
        return tasks[0]["status"] if tasks else None

    def wait_for(self, name, statuses, until):
        while time.monotonic() < until:
            if self.task_status(name) in statuses:
                return True
            time.sleep(0.02)
        return False


class Round:
    def __init__(self, number, workload, is_cancelled, has_init):
        self.name = f"round-{number}"
        self.workload, self.is_cancelled, self.has_init = workload, is_cancelled, has_init
        self.trouble = None
        self.reported_after = self.gone_after = None

    def __str__(self):
        shape = "under an init" if self.has_init else "as PID 1"
        stopped = "cancelled" if self.is_cancelled else "stopped from outside"
        return f"{self.name}: {shape}, {stopped}, the workload {self.workload}"

    def expected(self):
        script, code = WORKLOADS[self.workload]
        if self.is_cancelled:
            return "cancelled", 0
        return ("completed" if code == 0 else "error"), code

    def play(self, platform, agent):
        platform.create(self.name)
        script, _ = WORKLOADS[self.workload]
        argv = ["/task-agent", "run", "--control-interval=0", "--", "/bin/busybox", "sh", "-c", script]
        if self.has_init:
            argv = ["/tini-static", "--", *argv]
        environment = [f"NMP_BASE_URL={platform.url}", "NEMO_JOB_WORKSPACE=default", f"NEMO_JOB_ID={self.name}",
                       "NEMO_JOB_STEP=main", "NEMO_JOB_TASK=one"]
        with oci.container(agent, argv, environment=environment, host_network=True, programs=[TINI]) as one:
            if one.process.stdout.readline() != "ready\n":
                self.trouble = "the workload did not start"
                return
            if not platform.wait_for(self.name, ["active"], time.monotonic() + oci.PATIENCE):
                self.trouble = "no update says active"
                return
            platform.call("PATCH", f"/{self.name}/steps/main/status", {"status": "active"})
            if self.is_cancelled:
                platform.call("POST", f"/{self.name}/cancel")
            began = time.monotonic()
            one.kill(signal.SIGTERM)
            reported = platform.wait_for(self.name, ["completed", "error", "cancelled"], began + PLATFORMS_PATIENCE)
            self.reported_after = time.monotonic() - began
            try:
                one.process.wait(timeout=max(0.1, began + PLATFORMS_PATIENCE - time.monotonic()))
            except subprocess.TimeoutExpired:
                one.kill(signal.SIGKILL)
                self.trouble = "SIGKILL was needed"
                return
            self.gone_after = time.monotonic() - began
            got = (platform.task_status(self.name) if reported else None, one.process.returncode)
            if got != self.expected():
                self.trouble = f"{got} instead of {self.expected()}"
            elif max(self.reported_after, self.gone_after) > SHORTEST:
                self.trouble = f"reported after {self.reported_after:.1f} s, gone after {self.gone_after:.1f} s"


def main(agent, count):
    platform = Platform(agent)
    kinds = itertools.cycle(itertools.product(WORKLOADS, (True, False), (False, True)))
    rounds = [Round(number, *kind) for number, kind in zip(range(count), kinds)]
    try:
        with concurrent.futures.ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
            for played in [pool.submit(one.play, platform, agent) for one in rounds]:
                played.result()
    finally:
        platform.process.terminate()
        platform.process.communicate()
    bad = [one for one in rounds if one.trouble]
    for one in bad:
        print(f"{one}: {one.trouble}")
    for workload in WORKLOADS:
        of_it = [one for one in rounds if one.workload == workload and not one.trouble]
        if of_it:
            reported = sorted(one.reported_after for one in of_it)
            print(f"the workload {workload}: final update after {reported[0]:.2f} to {reported[-1]:.2f} s, "
                  f"container gone after {max(one.gone_after for one in of_it):.2f} s at most")
    print(f"{len(rounds) - len(bad)} of {len(rounds)} rounds: the final update was there in time")
    return 1 if bad else 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        print(__doc__)
        sys.exit(2)
    executable = os.path.abspath(sys.argv[1])
    missing = oci.what_is_missing(executable)
    if not missing and not os.path.exists(TINI):
        missing = "no static tini is installed"
    if missing:
        print("SKIPPED stop_sequence_test:", missing)
        sys.exit(SKIPPED)
    sys.exit(main(executable, int(sys.argv[2]) if len(sys.argv) == 3 else 12))
