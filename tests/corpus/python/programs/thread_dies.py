import logging
try:
    import queue
except ImportError:
    import Queue as queue
import sys
import threading
import time

logging.basicConfig(level=logging.INFO, format="[%(threadName)s] %(message)s")
log = logging.getLogger()
jobs = queue.Queue()
failed = threading.Event()


class Consumer(threading.Thread):
    def run(self):
        try:
            while True:
                self.handle(jobs.get())
        finally:
            failed.set()

    def handle(self, job):
        log.info("job %s", job["id"])
        size = job["size"] // job["parts"]  # RAISES
        return size


Consumer(name="consumer-1").start()
for i in range(4):
    jobs.put({"id": i, "size": 100, "parts": 3 - i})
failed.wait(10)
time.sleep(0.2)
log.info("a worker is gone, giving up")
sys.exit(3)
