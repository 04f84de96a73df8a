import subprocess
import sys

for shard in range(4):
    done = subprocess.run(["/app/shard", str(shard)])
    print("dispatcher: shard %d -> %d" % (shard, done.returncode), flush=True)
    if done.returncode:
        sys.exit("dispatcher: shard %d failed with %d, see above" % (shard, done.returncode))
