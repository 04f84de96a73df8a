import multiprocessing
import os
import signal
import sys
import time


def crunch(first, done):
    for block in range(first, 8):
        time.sleep(0.02)
        if block == 3 and first == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        if block == 5 and first == 3:
            raise MemoryError("cannot allocate 3.2 GiB for block 5")
        print("  cruncher[%d]: block %d of 8" % (first, block + 1), flush=True)
        done.value = block + 1


if __name__ == "__main__":
    done = multiprocessing.Value("i", 0)
    restarts = 0
    while True:
        worker = multiprocessing.Process(target=crunch, args=(done.value, done), name="cruncher-%d" % restarts)
        worker.start()
        worker.join()
        if worker.exitcode == 0:
            break
        restarts += 1
        cause = "killed by %s" % signal.Signals(-worker.exitcode).name if worker.exitcode < 0 else "exit status %d" % worker.exitcode
        print("overseer: CRITICAL: worker died (%s), restart %d of 5 from block %d" % (cause, restarts, done.value + 1), file=sys.stderr, flush=True)
    print("overseer: all blocks crunched, %d restarts" % restarts)
