import multiprocessing


def normalise(record):
    name, values = record
    return name, [v / max(values) for v in values]  # RAISES


def main():
    with multiprocessing.get_context("fork").Pool(2) as pool:
        print(pool.map(normalise, [("a", [1, 2]), ("b", [3, 1]), ("c", [0, 0])]))


if __name__ == "__main__":
    main()
