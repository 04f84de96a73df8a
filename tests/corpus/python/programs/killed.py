import os
import signal

for i in range(15):
    print("allocating block %d, errors: 0" % i, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
