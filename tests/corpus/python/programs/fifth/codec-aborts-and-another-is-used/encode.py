import shutil
import subprocess


def encode(tool, name):
    done = subprocess.run(["./" + tool, name], stderr=subprocess.STDOUT)
    if done.returncode < 0:
        print("encode: %s died of signal %d at %s" % (tool, -done.returncode, name), flush=True)
    return done.returncode == 0


subprocess.run(["cc", "-O1", "-w", "-o", "fast", "fast.c"], check=True)
subprocess.run(["cc", "-O1", "-w", "-DSAFE", "-o", "safe", "fast.c"], check=True)
for name in ("intro.wav", "speech.wav", "end.wav"):
    if not encode("fast", name):
        print("encode: %s once more with safe" % name, flush=True)
        if not encode("safe", name):
            raise SystemExit("encode: no codec takes " + name)
print("encode: all files are done")
