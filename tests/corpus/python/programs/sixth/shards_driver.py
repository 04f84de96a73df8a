"""Runs the shards of a reindexing one after another, hands on the status of the last one."""
import logging
import subprocess
import sys
import threading
import time

logging.basicConfig(level=logging.INFO, format="%(asctime)s reindex %(levelname)s %(message)s")
SHARD = """
import sys, time, warnings
for n in range(int(sys.argv[1]), 9):
    print("  shard %s: segment %d merged, 0 deletes failed" % (sys.argv[1], n), flush=True)
    if n == 4: warnings.warn("segment 4 holds postings of version 2, converted", FutureWarning)
    time.sleep(0.15)
"""
code = 0
for shard in (2, 1):
    logging.info("shard %d of 2 started", shard)
    child = subprocess.Popen([sys.executable, "-c", SHARD, str(shard)])
    if shard == 1:
        threading.Timer(0.8, child.kill).start()
    code = child.wait()
    if code == 0:
        logging.info("shard %d finished", shard)
sys.exit(128 - code if code < 0 else code)
