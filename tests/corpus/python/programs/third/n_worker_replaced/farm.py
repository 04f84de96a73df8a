import multiprocessing
import os
import sys


def work(number):
    if number == 2 and not os.path.exists("/app/seen"):
        open("/app/seen", "w").close()
        raise EOFError("lost the connection to the license server")
    print("tile", number, "done", flush=True)


def main():
    for number in range(24):
        for attempt in (1, 2):
            child = multiprocessing.Process(target=work, args=(number,))
            child.start()
            child.join()
            if child.exitcode == 0:
                break
            print("tile %d: worker ended with %d, again" % (number, child.exitcode), file=sys.stderr, flush=True)
    print("24 tiles, mosaic written")


main()
