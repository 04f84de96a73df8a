import multiprocessing
import sys


def read_table(path):
    raise FileNotFoundError(2, "No such file or directory", path)  # RAISES


def worker(path):
    read_table(path)


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    p = context.Process(target=worker, args=("/data/part-0001.parquet",), name="reader-1")
    p.start()
    p.join()
    print("reader-1 ended with", p.exitcode)
    sys.exit(p.exitcode)
