import os
import tempfile


class Checkpoint:
    def __init__(self, path):
        self.path = path

    def save(self, blob):
        with open(self.path, "wb", buffering=0) as file:
            file.write(blob)  # RAISES


def train(steps):
    checkpoint = Checkpoint("/dev/full")
    for step in range(steps):
        print("step %d loss %.3f" % (step, 1 / (step + 1)), flush=True)
        if step == 3:
            checkpoint.save(b"\0" * 4096)


train(6)
