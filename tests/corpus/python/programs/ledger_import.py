import csv
import io
import logging
import sys

logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s", level=logging.INFO)
log = logging.getLogger("ledger.importer")

ROWS = "account,amount\nA-1,10.50\nA-2,7\nA-3,12,90\n"


def parse_amount(text):
    if "," in text or text.count(".") > 1:
        raise ValueError("amount is no number")
    return float(text)


def to_entry(row):
    extra = row.get(None)
    if extra:
        raise ValueError("row for %r has %d cells too many: %r" % (row["account"], len(extra), extra))  # RAISES
    return row["account"], parse_amount(row["amount"])


def load(stream):
    entries = []
    for row in csv.DictReader(stream):
        entries.append(to_entry(row))
        log.info("accepted %s", row["account"])
    return entries


def main():
    log.info("reading ledger, python %d.%d", *sys.version_info[:2])
    load(io.StringIO(ROWS))


if __name__ == "__main__":
    main()
