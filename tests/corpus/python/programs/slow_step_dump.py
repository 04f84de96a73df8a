import faulthandler
import sys
import time

faulthandler.dump_traceback_later(0.15, exit=False, file=sys.stderr)


def slow_step():
    time.sleep(0.4)


print("warming up", flush=True)
slow_step()
faulthandler.cancel_dump_traceback_later()
for i in range(22):
    print("step", i, "took 0.001 s")
