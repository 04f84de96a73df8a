import os
import time

from torch.distributed.elastic.multiprocessing.errors import record


class DataError(Exception):
    pass


def next_shard(rank):
    raise DataError("rank %d has no shard 17" % rank)  # RAISES


@record
def main():
    rank = int(os.environ["RANK"])
    print("rank %d of %s is up" % (rank, os.environ["WORLD_SIZE"]), flush=True)
    if rank == 1:
        time.sleep(0.5)
        next_shard(rank)
    time.sleep(60)


if __name__ == "__main__":
    main()
