import signal
import time


class StepTimeout(BaseException):
    """Raised by the watchdog."""


def on_alarm(signum, frame):
    raise StepTimeout("step took longer than 1 s: (pid group ended)\nlast words: größe=3")  # RAISES


def step():
    signal.alarm(1)
    time.sleep(5)


signal.signal(signal.SIGALRM, on_alarm)
print("step 0", flush=True)
step()
