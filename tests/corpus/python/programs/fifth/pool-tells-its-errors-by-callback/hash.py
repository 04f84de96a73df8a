import hashlib
import multiprocessing
import sys
import traceback

failed = []


def digest(name):
    if name.endswith("7"):
        raise OSError(5, "Input/output error", name)
    return name, hashlib.sha1(name.encode()).hexdigest()[:8]


def told(error):
    failed.append(error)
    traceback.print_exception(error)


def main():
    done = []
    with multiprocessing.get_context("fork").Pool(2) as pool:
        for number in range(10):
            pool.apply_async(digest, ("block-%d" % number,), callback=done.append, error_callback=told).wait()
    print("hashed %d blocks, %d are read again from the mirror" % (len(done), len(failed)), file=sys.stderr)
    for error in failed:
        print("block %s: mirror is good" % error.filename, file=sys.stderr)


if __name__ == "__main__":
    main()
