import queue
import sys
import threading

jobs, errors = queue.Queue(), []


def worker():
    while (job := jobs.get()) is not None:
        try:
            print("job", job, 12 // job, flush=True)
        except ZeroDivisionError:
            errors.append(sys.exc_info())


threads = [threading.Thread(target=worker) for _ in range(2)]
for t in threads:
    t.start()
for job in (3, 0, 4):
    jobs.put(job)
for _ in threads:
    jobs.put(None)
for t in threads:
    t.join()
for i in range(5):
    print("volume", i, "closed", flush=True)
if errors:
    raise RuntimeError(f"{len(errors)} of 3 jobs failed") from errors[0][1]  # RAISES
