"""OCI bundles and runc for tests: the executable and a static busybox in a root file system that holds nothing else.

Needs root, runc, busybox-static and the static executable; what_is_missing() says which of them there is not.
"""

import json
import os
import shutil
import subprocess
import tempfile

PATIENCE = 60.0
BUSYBOX = "/bin/busybox"


def is_static(path):
    linked = subprocess.run(["ldd", path], capture_output=True, text=True)
    return linked.returncode != 0 or "=>" not in linked.stdout


def what_is_missing(agent):
    """A sentence for the skip, or None."""
    if os.geteuid() != 0:
        return "needs root"
    if not shutil.which("runc"):
        return "runc is not installed"
    if not (os.path.exists(BUSYBOX) and is_static(BUSYBOX)):
        return "no static busybox (busybox-static) is installed"
    if not is_static(agent):
        return "the executable is not static; build it with the release preset"
    return None


def make_bundle(agent, folder, arguments, *, with_busybox=True, user=0, environment=(), programs=(), host_network=False):
    """`programs`: further static executables, into the root. `host_network`: loopback is the machine's own."""
    root = os.path.join(folder, "rootfs")
    os.makedirs(os.path.join(root, "bin"))
    for program, name in [(agent, "task-agent"), *((path, os.path.basename(path)) for path in programs)]:
        shutil.copy(program, os.path.join(root, name))
        os.chmod(os.path.join(root, name), 0o755)
    if with_busybox:
        shutil.copy(BUSYBOX, os.path.join(root, "bin/busybox"))
    subprocess.run(["runc", "spec", "--bundle", folder], check=True, timeout=PATIENCE)
    path = os.path.join(folder, "config.json")
    with open(path) as config_file:
        config = json.load(config_file)
    config["root"] = {"path": "rootfs", "readonly": True}
    process = config["process"]
    process.pop("rlimits", None)  # raising them may be forbidden to us
    process.update(terminal=False, args=arguments, cwd="/", user={"uid": user, "gid": user},
                   env=["PATH=/bin", *environment])
    if host_network:
        namespaces = config["linux"]["namespaces"]
        config["linux"]["namespaces"] = [one for one in namespaces if one["type"] != "network"]
    with open(path, "w") as config_file:
        json.dump(config, config_file)


class container:
    """One run; removed at the end however that came."""

    def __init__(self, agent, arguments, **options):
        self.folder = tempfile.mkdtemp(prefix="task-agent-test-")
        make_bundle(agent, self.folder, arguments, **options)
        self.name = os.path.basename(self.folder)
        self.process = None

    def __enter__(self):
        self.process = subprocess.Popen(
            ["runc", "run", "--bundle", self.folder, self.name],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        return self

    def __exit__(self, *_):
        subprocess.run(["runc", "delete", "--force", self.name], capture_output=True, timeout=PATIENCE)
        self.process.kill()
        self.process.communicate(timeout=PATIENCE)
        shutil.rmtree(self.folder)

    def ended(self):
        out, err = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, out, err

    def kill(self, number):
        subprocess.run(["runc", "kill", self.name, str(int(number))], check=True, timeout=PATIENCE)
