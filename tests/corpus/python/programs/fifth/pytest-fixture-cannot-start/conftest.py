import shutil
import subprocess

import pytest


@pytest.fixture(scope="session")
def queue(tmp_path_factory):
    folder = tmp_path_factory.mktemp("queue")
    shutil.copy("queue.conf", folder)
    process = subprocess.Popen(["/usr/lib/queue/bin/queued", "-c", str(folder / "queue.conf")])
    yield process
    process.terminate()
