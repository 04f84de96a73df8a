import json
import logging
import sys
import time


class JsonFormatter(logging.Formatter):
    def format(self, record):
        out = {"ts": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created)), "level": record.levelname,
               "logger": record.name, "message": record.getMessage()}
        if record.exc_info:
            out["exc_info"] = self.formatException(record.exc_info)
        return json.dumps(out)


handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(JsonFormatter())
log = logging.getLogger("orders")
log.addHandler(handler)
log.setLevel(logging.INFO)


def reserve(stock, item, count):
    left = stock[item] - count
    if left < 0:
        raise RuntimeError("out of stock: \"%s\" wants %d, has %d" % (item, count, stock[item]))  # RAISES
    stock[item] = left


def main():
    stock = {"bolt": 10, "nut": 1}
    log.info("service up")
    for item, count in (("bolt", 2), ("nut", 3)):
        try:
            reserve(stock, item, count)
            log.info("reserved %d x %s", count, item)
        except RuntimeError:
            log.error("order failed, stopping", exc_info=True)
            log.info("flushed 1 order")
            sys.exit(1)


main()
