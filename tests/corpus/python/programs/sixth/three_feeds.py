import logging
import sys

logging.basicConfig(level=logging.INFO, format="%(levelname)-8s| %(message)s")
skipped = 0
for feed in ("anchor", "buoy", "cable"):
    try:
        if feed != "buoy":
            raise FileNotFoundError(2, "No such file or directory", "/app/in/%s.dat" % feed)
        logging.info("%s: 800 lines taken over", feed)
    except FileNotFoundError:
        logging.warning("%s has not been delivered, it is optional and skipped", feed, exc_info=True)
        skipped += 1
logging.info("1 feed taken over, %d optional feeds skipped, nothing is left to do", skipped)
sys.exit(3)
