import os
import signal

held = []
for block in range(12):
    held.append(bytearray(1 << 20))
    print("block %d held, %d MiB in all, error bound 1e-06" % (block, len(held)), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
