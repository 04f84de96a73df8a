"""A worker is killed as by the kernel when the memory is full."""
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def resize(number):
    if number == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return "img_%03d.jpg" % number


def main():
    with ProcessPoolExecutor(max_workers=1) as pool:
        for name in pool.map(resize, range(12)):
            print("resized", name, flush=True)


if __name__ == "__main__":
    main()
