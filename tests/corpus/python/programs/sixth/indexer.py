import os
import signal
import sys
import time

for n in range(9):
    print("indexer: shard %d/64 merged, 0 corrupt docs, 0 failed merges" % (n + 1), file=sys.stderr)
    time.sleep(0.05)
os.kill(os.getpid(), signal.SIGKILL)
