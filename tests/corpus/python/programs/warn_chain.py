import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="[%(levelname)s] %(message)s")


class CacheMiss(Exception):
    pass


def read(key):
    try:
        return {}[key]
    except KeyError as e:
        raise CacheMiss(key) from e


for i in range(24):
    try:
        if i == 1:
            read("user:%d" % i)
    except CacheMiss:
        logging.warning("cache miss, asking the database", exc_info=True)
    logging.info("user %d loaded", i)
logging.info("24 users loaded")
