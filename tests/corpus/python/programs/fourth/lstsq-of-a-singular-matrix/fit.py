import os
import sys

import numpy as np


def solve(samples):
    normal = samples.T @ samples
    return np.linalg.solve(normal, samples.T @ np.ones(len(samples)))


def main():
    rank = os.environ.get("RANK", "0")
    print(f"rank {rank}: loaded 6 samples", flush=True)
    samples = np.array([[1.0, 2.0], [2.0, 4.0], [3.0, 6.0]])
    print(f"rank {rank}: fitting", flush=True)
    print(solve(samples))


if __name__ == "__main__":
    main()
    sys.exit(0)
