"""A dev-server with one job of one step, for tests that read back what an agent has reported."""

import json
import os
import re
import subprocess
import tempfile
import urllib.request

STEP = {"name": "main", "executor": {"provider": "subprocess", "profile": "default", "command": ["true"]}}


class DevPlatform:
    def __init__(self, agent, job="job"):
        self.agent, self.job = agent, job

    def __enter__(self):
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump({"name": self.job, "source": "test", "spec": {}, "platform_spec": {"steps": [STEP]}}, file)
            file.flush()
            self.process = subprocess.Popen(
                [self.agent, "dev-server", "--listen", "127.0.0.1:0", "--job", file.name],
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
            self.url = re.search(r"http://\S+?:\d+", self.process.stdout.readline()).group()
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.communicate()

    def variables(self):
        """What the platform sets for the task."""
        return {"NMP_BASE_URL": self.url, "NEMO_JOB_WORKSPACE": "default", "NEMO_JOB_ID": self.job,
                "NEMO_JOB_STEP": "main", "NEMO_JOB_TASK": "one"}

    def environment(self):
        """Ours with them, and with nothing else that would make the run a task of some platform."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("TASK_AGENT_", "NEMO_", "NMP_", "NHX_"))}
        return kept | self.variables()

    def task(self):
        """As the server holds it now."""
        with urllib.request.urlopen(f"{self.url}/apis/jobs/v2/workspaces/default/jobs/{self.job}/status") as answer:
            return json.load(answer)["steps"][0]["tasks"][0]
