import logging
import os

logging.basicConfig(level=logging.INFO, format="%(name)s %(message)s")
log = logging.getLogger("exception_free.part")
for part in range(9):
    log.info("part %d of 9 written, failed=0 retried=0", part + 1)
os._exit(7)
