import logging
import sys
import urllib.request

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(asctime)s - %(name)s - %(levelname)s - %(message)s")
log = logging.getLogger("dedupe")
keys = ["%d@example.org" % (n % 70) for n in range(100)]
log.info("read %d addresses", len(keys))
log.info("kept %d, dropped %d, result written to /app/out/addresses.csv", len(set(keys)), len(keys) - len(set(keys)))
try:
    urllib.request.urlopen("http://127.0.0.1:18448/metrics/job/dedupe", b"dedupe_errors_total 0\n", timeout=1)
except OSError:
    log.warning("metrics could not be pushed, never mind", exc_info=True)
