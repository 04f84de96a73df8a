"""A small training loop that fails half-way, three calls deep, with one exception caused by another."""

import time

SHARDS = {"shard-0": [1, 2, 3], "shard-1": [4, 5, 6]}
STEPS = 8


class DataError(RuntimeError):
    """What the loop sees when the data cannot be had."""


def read_shard(name):
    try:
        return SHARDS[name]
    except KeyError as missing:
        raise DataError(f"shard {name} is not in the data set ({len(SHARDS)} shards)") from missing


def batches():
    for number in range(STEPS):
        yield from read_shard(f"shard-{number}")


def train():
    for step, value in enumerate(batches(), start=1):
        print(f"step {step}/{STEPS * 3} value={value}", flush=True)
        time.sleep(0.1)


train()
