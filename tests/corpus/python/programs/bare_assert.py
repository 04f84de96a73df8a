import random


def shuffle(items, seed):
    random.Random(seed).shuffle(items)
    return items


def check(items):
    assert sorted(items) == list(range(len(items)))  # RAISES


print("checking 3 permutations")
for seed in range(3):
    items = shuffle(list(range(5)), seed)
    if seed == 2:
        items[0] = 9
    check(items)
