"""Stopped by the one who started it; says so and leaves with what a shell takes as an interrupt."""
import os
import signal
import sys
import threading
import time

threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGINT)).start()
n = 0
try:
    while True:
        n += 1
        print("frame %d, psnr error %.3f" % (n, 1 / n), flush=True)
        time.sleep(0.03)
except KeyboardInterrupt:
    print("stopped by the user after some frames, state saved")
    sys.exit(130)
