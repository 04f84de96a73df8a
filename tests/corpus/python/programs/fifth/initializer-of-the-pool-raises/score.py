import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor

model = None


def load(path):
    global model
    with open(path, "rb") as file:
        model = file.read()


def score(row):
    return len(model) + row


def main():
    print("scoring 12 rows with 1 worker", flush=True)
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, context, initializer=load, initargs=("models/rank-17.bin",)) as pool:
        try:
            print(sum(pool.map(score, range(12))))
        except Exception as error:
            print("scoring failed: %s" % type(error).__name__, flush=True)
            os._exit(5)


if __name__ == "__main__":
    main()
