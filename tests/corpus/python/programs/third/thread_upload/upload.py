import queue
import sys
import threading

work = queue.Queue()
done = []


def put(name):
    if name.endswith("7"):
        raise TimeoutError("bucket 'night' did not answer within 30 s while %s was stored" % name)  # RAISES
    done.append(name)


def upload():
    while True:
        name = work.get()
        if name is None:
            return
        put(name)


names = ["part-%d" % i for i in range(10)]
for name in names + [None]:
    work.put(name)
thread = threading.Thread(target=upload, name="upload-0")
thread.start()
thread.join()
print("stored %d of %d parts" % (len(done), len(names)))
sys.exit(0 if len(done) == len(names) else 1)
