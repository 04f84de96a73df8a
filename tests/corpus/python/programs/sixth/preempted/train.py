import json
import os
import signal
import sys
import time


class Preempted(Exception):
    pass


def preempt(number, frame):
    raise Preempted("received signal %d, 30 s are left" % number)


signal.signal(signal.SIGUSR1, preempt)
state = json.load(open("/tmp/preempted.json")) if os.path.exists("/tmp/preempted.json") else {"epoch": 0}
try:
    for epoch in range(state["epoch"] + 1, 7):
        time.sleep(0.1)
        print("epoch %d/6 error=%.3f" % (epoch, 1 / epoch), flush=True)
        state["epoch"] = epoch
        if epoch == 3 and "--first" in sys.argv:
            os.kill(os.getpid(), signal.SIGUSR1)
            time.sleep(1)
except Preempted:
    sys.excepthook(*sys.exc_info())
    json.dump(state, open("/tmp/preempted.json", "w"))
    print("state saved after epoch %d, leaving with 75" % state["epoch"], flush=True)
    os._exit(75)
