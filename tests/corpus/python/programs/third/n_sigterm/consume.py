import os
import signal
import sys
import threading

stop = threading.Event()


def asked(number, frame):
    print("got signal %s, finishing the batch" % signal.Signals(number).name, flush=True)
    stop.set()


signal.signal(signal.SIGTERM, asked)
threading.Timer(0.3, lambda: os.kill(os.getpid(), signal.SIGTERM)).start()
batch = 0
while not stop.wait(0.05):
    batch += 1
    print("batch %d: 100 rows, last error: none" % batch, flush=True)
print("batch %d committed; connection closed without error" % batch)
sys.exit(143)
