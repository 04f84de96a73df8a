import random
import sys


def sample(rows, share):
    return [row for row in rows if random.random() < share]  # RAISES


print("sampling 1000 rows", file=sys.stderr)
print(len(sample(range(1000), 0.1)))
