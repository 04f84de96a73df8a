import csv
import io
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(asctime)s %(levelname)-8s %(name)s: %(message)s")
log = logging.getLogger("ledger")
BOOK = "day,open,close\n2026-11-19,100.00,110.00\n2026-11-20,110.00,119.50\n2026-11-21,120.00,121.00\n"


def archive():
    return open("/app/archive/2025.csv")


def main():
    try:
        archive()
    except OSError:
        log.warning("no archive, going on with the days of this month", exc_info=True)
    last = None
    for row in csv.DictReader(io.StringIO(BOOK)):
        if last is not None and row["open"] != last:
            log.critical("opening balance %s of %s differs from closing balance %s of the day before", row["open"], row["day"], last)
            log.info("0 days booked")
            return 3
        log.info("day %s is in balance", row["day"])
        last = row["close"]
    return 0


sys.exit(main())
