def pick(items, n):
    try:
        return items[n]
    except IndexError as e:
        raise LookupError("no item %d" % n) from e


def safe(items, n):
    try:
        return pick(items, n)
    except LookupError:
        return None


if __name__ == "__main__":
    print(safe([1, 2], 1), safe([1], 4))
