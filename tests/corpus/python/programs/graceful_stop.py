import os
import signal
import sys

count = 0
try:
    while True:
        count += 1
        print("beat", count, flush=True)
        if count == 6:
            os.kill(os.getpid(), signal.SIGINT)
except KeyboardInterrupt:
    print("KeyboardInterrupt received, stopping after %d beats" % count)
    sys.exit(0)
