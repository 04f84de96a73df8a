import os
import sys
import time

import torch

rank = int(os.environ["RANK"])


def load(path):
    return torch.load(path)  # FIRST


print("rank %d of %s" % (rank, os.environ["WORLD_SIZE"]), flush=True)
if rank == 1:
    load("/app/ckpt/step_400.pt")
time.sleep(60)
