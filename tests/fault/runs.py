"""One run of the agent as the task of a job in a dev-server of its own, with faults, and what became of it."""

import json
import os
import re
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

AGENT = os.environ["TASK_AGENT_EXECUTABLE"]
LIMIT = 120
# a third of it is the interval of the heartbeats, and 1 s is the shortest (contract 3.2)
STALENESS = 3


def plain_environment():
    kept = {"PATH": os.environ["PATH"]}
    for name in ("ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"):
        if name in os.environ:
            kept[name] = os.environ[name]
    return kept


class Server:
    """A dev-server process with the job "job", whose line about each request goes to a file."""

    def __init__(self, options=()):
        self.log = tempfile.NamedTemporaryFile("r", prefix="fault-requests-")
        step = {"name": "main", "executor": "cpu", "lifecycle": {"staleness_timeout_seconds": STALENESS}}
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file, open(self.log.name, "w") as out:
            json.dump({"name": "job", "source": "test", "spec": {}, "platform_spec": {"steps": [step]}}, file)
            file.flush()
            command = [AGENT, "dev-server", "--listen", "127.0.0.1:0", "--job", file.name, "--requests", *options]
            self.process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, env=plain_environment())
            deadline = time.monotonic() + LIMIT
            while not (ready := re.search(r"http://127\.0\.0\.1:(\d+)\n", self.text())):
                if self.process.poll() is not None or time.monotonic() > deadline:
                    raise AssertionError(f"the dev-server did not start: {self.text()}")
                time.sleep(0.02)
        self.port = int(ready.group(1))

    def text(self):
        self.log.seek(0)
        return self.log.read()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.log.close()

    def get(self, path):
        """What the API says, or nothing where it knows no such thing."""
        url = f"http://127.0.0.1:{self.port}/apis/jobs/v2/workspaces/default/jobs/job{path}"
        deadline = time.monotonic() + 10
        while True:
            try:
                with urllib.request.urlopen(url, timeout=LIMIT) as answer:
                    return json.load(answer)
            except urllib.error.HTTPError as refused:
                if refused.code == 404:
                    return None
                raise
            except ConnectionError:
                # a fault in a window of time may still last, on a machine that has other work
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.1)

    def task(self):
        """As the server holds it now, by a call that the agent never makes."""
        return self.get("/steps/main/tasks/task-1")

    def updates(self):
        """(status, whether the store took it, whether a fault was in it) of each PUT, in the order they came in."""
        found = []
        for line in self.text().splitlines():
            if not line.startswith("PUT "):
                continue
            head, _, fate = line.partition(": ")
            found.append((head.split()[-1], fate == "200" or fate.startswith("applied, "), "(--fault " in fate))
        return found

    def faults_done(self):
        return self.text().count(" (--fault ")


class Run:
    """The agent around `sh -c SCRIPT`, started."""

    def __init__(self, url, script, options=()):
        env = plain_environment() | {"NEMO_JOB_WORKSPACE": "default", "NEMO_JOB_ID": "job", "NEMO_JOB_STEP": "main",
                                     "NEMO_JOB_TASK": "task-1", "NMP_JOBS_URL": url}
        self.began = time.monotonic()
        self.err = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen([AGENT, "run", *options, "--", "sh", "-c", script], env=env,
                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=self.err)

    def said(self):
        """stderr so far. Read by position: the file's own is the agent's."""
        return os.pread(self.err.fileno(), 1 << 20, 0).decode("utf-8", "replace")

    def wait_until_it_says(self, text, seconds):
        deadline = time.monotonic() + seconds
        while text not in self.said() and self.process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.05)

    def end(self):
        """Exit code as a shell tells it, seconds from start to end, and stderr."""
        self.process.wait(timeout=LIMIT)
        took = time.monotonic() - self.began
        with self.err:
            return self.process.returncode % 256, took, self.said()
