import threading
import sys


def hook(args):
    print("[watch] thread %s ended: %s: %s (restarted)" % (args.thread.name, args.exc_type.__name__, args.exc_value))


threading.excepthook = hook


def watch(n):
    if n == 2:
        raise ConnectionResetError("feed closed")


for n in range(4):
    t = threading.Thread(target=watch, args=(n,), name="feed-%d" % n)
    t.start()
    t.join()
for n in range(24):
    print("tick %d stored" % n)
