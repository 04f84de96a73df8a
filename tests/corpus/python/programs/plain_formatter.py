import logging
import sys

logging.basicConfig(format="%(message)s", level=logging.INFO)


def resolve(name, table):
    return table[name]  # RAISES


def main():
    table = {"alpha": 1, ("beta", 2): 2}
    try:
        resolve(("beta", 3), table)
    except LookupError:
        logging.critical("lookup failed", exc_info=True)
        return 4
    return 0


sys.exit(main())
