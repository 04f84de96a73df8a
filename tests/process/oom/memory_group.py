"""A memory cgroup of its own for one test, v1 or v2, whichever the machine has."""

import contextlib
import os
import signal
import tempfile
import time


def _own_v1_folder():
    point = None
    with open("/proc/self/mountinfo") as mounts:
        for mount in mounts:
            left, right = mount.rstrip("\n").split(" - ")
            kind, _, options = right.split(" ", 2)
            if kind == "cgroup" and "memory" in options.split(","):
                point = left.split(" ")[4]
    if point is None:
        return None
    with open("/proc/self/cgroup") as lines:
        for text in lines:
            _, controllers, path = text.rstrip("\n").split(":", 2)
            if "memory" in controllers.split(",") and os.path.isdir(point + path):
                return point + path
    return None


class memory_group:
    """The folder and its limit; `enter` is for preexec_fn. Removed at the end, with the processes in it."""

    def __init__(self, limit):
        parent, self.version = _own_v1_folder(), 1
        if parent is None:
            # v2: the controller is handed down from the root only, where processes may live beside it
            parent, self.version = "/sys/fs/cgroup", 2
            with open(parent + "/cgroup.subtree_control") as handed_down:
                if "memory" not in handed_down.read().split():
                    raise OSError("the root of cgroup v2 does not hand the memory controller down")
        self.folder = tempfile.mkdtemp(prefix="task-agent-test-", dir=parent)
        self._write("memory.limit_in_bytes" if self.version == 1 else "memory.max", limit)
        if self.version == 2:
            self._write("memory.swap.max", 0)
        elif os.path.exists(self.folder + "/memory.memsw.limit_in_bytes"):
            self._write("memory.memsw.limit_in_bytes", limit)

    def _write(self, name, value):
        with open(os.path.join(self.folder, name), "w") as file:
            file.write(str(value))

    def enter(self):
        self._write("cgroup.procs", os.getpid())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        until = time.monotonic() + 10
        while True:
            with open(self.folder + "/cgroup.procs") as left:
                for pid in left.read().split():
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(int(pid), signal.SIGKILL)
            try:
                return os.rmdir(self.folder)
            except OSError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.01)  # the last process is still on its way out


def why_not():
    """One sentence why no group can be made here, or None."""
    try:
        with memory_group(64 << 20):
            return None
    except OSError as error:
        return f"cannot make a memory cgroup: {error}"
