"""Removes what is left of deployments; whatever is gone already is fine."""
import os
import shutil
import subprocess
import tempfile

base = tempfile.mkdtemp(prefix="deploy-", dir="/tmp")
os.rename(base, "/tmp/deploy-blue") if not os.path.exists("/tmp/deploy-blue") else None
base = "/tmp/deploy-blue"
os.makedirs(base + "/releases/41", exist_ok=True)
os.symlink("releases/40", base + "/current")


def told(function, path, info):
    print("purge: %s(%r): %s: %s (ignored)" % (function.__name__, path, info[0].__name__, info[1]), flush=True)


for name in ("releases/39", "releases/40", "current", "releases/41", "shared/pids"):
    shutil.rmtree(os.path.join(base, name), onerror=told)
for command in ("rm %s/current %s/error.log" % (base, base), "rmdir %s/releases/lost+found" % base, "kill -TERM $(cat %s/app.pid)" % base):
    print("purge: `%s` ended with %d (ignored)" % (command, subprocess.run(["sh", "-c", command]).returncode), flush=True)
shutil.rmtree(base)
print("purge: 1 release removed, 0 left", flush=True)
