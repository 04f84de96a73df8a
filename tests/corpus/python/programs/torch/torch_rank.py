import os
import sys
import time

import torch
import torch.distributed as dist


def unpack(batch, rank, step):
    if rank == int(sys.argv[1]) and step == 2:
        raise RuntimeError("rank %d: shape mismatch: got %s, need [4, 8]" % (rank, list(batch.shape)))  # RAISES
    return batch.sum()


def train(rank):
    for step in range(4):
        total = unpack(torch.ones(4, 4), rank, step)
        dist.all_reduce(total)
        print("rank %d step %d sum %.1f" % (rank, step, total.item()), flush=True)


def main():
    dist.init_process_group("gloo")
    train(dist.get_rank())


if __name__ == "__main__":
    main()
