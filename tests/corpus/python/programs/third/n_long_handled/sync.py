"""1,300 lines of a sync with refused rows, and a good end."""
import logging
import sys

logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(asctime)s [%(levelname)s] %(threadName)s %(message)s")
log = logging.getLogger()


def store(row):
    if row % 211 == 0:
        raise ValueError("row %d: month must be in 1..12" % row)
    if row % 97 == 0:
        raise KeyError("customer")


refused = 0
for row in range(1, 1251):
    try:
        store(row)
        log.info("row %d stored", row)
    except KeyError as error:
        log.error("row %d refused: KeyError: %s", row, error)
        refused += 1
    except ValueError:
        log.exception("row %d refused", row)
        refused += 1
log.info("%d rows, %d refused (limit 50), exit 0", 1250, refused)
