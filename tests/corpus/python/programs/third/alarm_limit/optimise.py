import signal
import time


class LimitReached(BaseException):
    """The time of the job is over."""


def over(number, frame):
    raise LimitReached("wall limit of 1 s reached in round %d" % state["round"])  # RAISES


state = {"round": 0}
signal.signal(signal.SIGALRM, over)
signal.alarm(1)
best = 90.0
while True:
    state["round"] += 1
    if state["round"] > 6:
        state["round"] = 7
        time.sleep(5)
    best *= 0.9
    print("round %d best %.3f" % (state["round"], best), flush=True)
