import subprocess


def encode(name):
    return subprocess.check_output(["sh", "-c", "echo encoding; exit 3"])


for name in "ab":
    print name, encode(name)
