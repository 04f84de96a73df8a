import logging

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
log = logging.getLogger()


def parse(cell):
    return float(cell)  # RAISES


def convert(rows):
    for n, row in enumerate(rows):
        try:
            parse(row)
        except ValueError:
            log.error("row %d is bad", n, exc_info=True)
            raise


try:
    convert(["1.5", "n/a"])
except ValueError:
    log.error("conversion failed", exc_info=True)
    raise
