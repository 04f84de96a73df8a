import sys

import structlog

structlog.configure(processors=[structlog.processors.add_log_level, structlog.processors.format_exc_info,
                                structlog.processors.JSONRenderer(sort_keys=True)])
log = structlog.get_logger()


class FeedBroken(Exception):
    pass


def parse(row):
    sku, price = row.split(";")
    if not price.isdecimal():
        raise FeedBroken("price of %s is '%s'" % (sku, price))  # RAISES
    return sku, int(price)


rows = ["A1;100", "A2;250", "A3;n/a"]
log.info("feed opened", rows=len(rows), errors=0)
for number, row in enumerate(rows, 1):
    try:
        log.info("row", number=number, value=parse(row))
    except FeedBroken:
        log.critical("feed rejected", number=number, exc_info=True)
        log.info("feed closed", loaded=number - 1)
        sys.exit(1)
