import logging
import sys

from pythonjsonlogger import jsonlogger

handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(jsonlogger.JsonFormatter("%(levelname)s %(name)s %(message)s"))
logging.basicConfig(level=logging.INFO, handlers=[handler])
log = logging.getLogger("events")
for n in range(40):
    log.info("handled", extra={"error": None, "exception": "", "attempt": 1, "id": n})
    if n % 11 == 5:
        try:
            {}["customer"]
        except KeyError:
            log.error("event without customer, put aside", exc_info=True, extra={"id": n})
log.info("stream ended", extra={"failed": 0, "put_aside": 4})
