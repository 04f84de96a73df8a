import sys

sys.setrecursionlimit(300)


def walk_value(value, depth):
    if isinstance(value, list):
        return walk_list(value, depth + 1)
    return value


def walk_list(items, depth):
    return [walk_value(i, depth) for i in items]


loop = []
loop.append(loop)
print(walk_value(loop, 0))
