import itertools
import time

for n in itertools.count(1):
    print("poll %d: 0 errors, queue empty" % n, flush=True)
    time.sleep(0.2)
