import faulthandler
import sys
import time

faulthandler.dump_traceback_later(0.2, file=sys.stdout)


def wait(seconds):
    time.sleep(seconds)


print("waiting for the lock", flush=True)
wait(0.4)
for n in range(1, 26):
    print("locked step", n, "done")
