import subprocess
import sys

order = ["core", "codec", "tool", "manual"]
states = {}
for part in order:
    done = subprocess.run(["make", "-C", ".", part], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    states[part] = done.returncode == 0
    print("[%d/%d] %s" % (len(states), len(order), part))
sys.exit(0 if all(states.values()) else 1)
