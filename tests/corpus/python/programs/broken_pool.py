import concurrent.futures
import multiprocessing
import os


def decode(frame):
    if frame == 3:
        os._exit(9)
    return frame


def main():
    context = multiprocessing.get_context("fork")
    with concurrent.futures.ProcessPoolExecutor(1, mp_context=context) as pool:
        print(sum(pool.map(decode, range(5))))


main()
