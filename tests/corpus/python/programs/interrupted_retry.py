import random
import sys
import time

rank = int(sys.argv[1])
draw = random.Random(rank)
for step in range(14):
    if step == 4 and rank == 1:
        print("WARNING: ConnectionResetError: [Errno 104] Connection reset by peer; reconnecting", flush=True)
    print("step %d loss %.4f grad_error %.2e" % (step, 1 / (step + 1), draw.random() / 1e4), flush=True)
print("training finished", flush=True)
