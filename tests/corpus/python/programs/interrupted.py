import os
import signal
import threading
import time


def poll():
    print("waiting for work", flush=True)
    threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
    while True:
        time.sleep(5)  # RAISES


poll()
