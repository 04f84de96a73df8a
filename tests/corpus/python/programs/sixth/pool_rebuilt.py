"""Extracts text from documents; a document that kills its worker is given to the slow extractor."""
import concurrent.futures
import logging
import os
import signal
from concurrent.futures.process import BrokenProcessPool

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(processName)s %(levelname)s: %(message)s")
log = logging.getLogger("extract")


def extract(name):
    if name == "doc-05.pdf":
        os.kill(os.getpid(), signal.SIGSEGV)
    return len(name) * 100


def extract_slowly(name):
    return len(name) * 98


def main():
    names = ["doc-%02d.pdf" % n for n in range(1, 9)]
    sizes = {}
    while len(sizes) < len(names):
        with concurrent.futures.ProcessPoolExecutor(1) as pool:
            for name in names:
                if name in sizes:
                    continue
                try:
                    sizes[name] = pool.submit(extract, name).result()
                except BrokenProcessPool:
                    log.exception("worker died over %s; slow extractor takes it, a new pool is made", name)
                    sizes[name] = extract_slowly(name)
                    break
    log.info("%d documents, %d characters", len(sizes), sum(sizes.values()))


if __name__ == "__main__":
    main()
