import os
import sys
import time

RANK = int(os.environ["OMPI_COMM_WORLD_RANK"])


def solve(matrix):
    pivot = matrix[0][0]
    if pivot == 0:
        raise ArithmeticError("matrix of rank process %d is singular" % RANK)  # RAISES
    return 1 / pivot


def main():
    print("process %d has its block" % RANK, flush=True)
    time.sleep(0.3)
    if RANK == 1:
        solve([[0]])
    time.sleep(60)


main()
