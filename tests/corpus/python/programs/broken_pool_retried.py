import concurrent.futures
import multiprocessing
import os


def decode(frame):
    if frame == 3 and not os.path.exists("/app/seen"):
        open("/app/seen", "w").close()
        os._exit(9)
    return frame


context = multiprocessing.get_context("fork")
done = []
while len(done) < 24:
    try:
        with concurrent.futures.ProcessPoolExecutor(1, mp_context=context) as pool:
            for frame in range(len(done), 24):
                done.append(pool.submit(decode, frame).result())
                print("frame", done[-1], "decoded", flush=True)
    except concurrent.futures.process.BrokenProcessPool as e:
        print("worker lost (%s: %s), starting a new one" % (type(e).__name__, e), flush=True)
print("24 frames decoded")
