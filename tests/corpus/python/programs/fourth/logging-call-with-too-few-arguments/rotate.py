import logging

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)-8s %(message)s")


def rotate(name, size):
    logging.info("rotating %s of %d bytes", name)
    return size > 0


kept = [name for name, size in (("a.log", 10), ("b.log", 0)) if rotate(name, size)]
logging.info("rotated %d of 2", len(kept))
