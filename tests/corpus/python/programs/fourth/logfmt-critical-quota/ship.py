import logging
import sys

handler = logging.StreamHandler()
handler.setFormatter(logging.Formatter('ts=%(asctime)s level=%(levelname)s logger=%(name)s msg="%(message)s"',
                                       datefmt="%Y-%m-%dT%H:%M:%SZ"))
logging.basicConfig(level=logging.INFO, handlers=[handler])
log = logging.getLogger("ship")

log.info("shipping to bucket archive-eu")
used, quota = 1_000_000, 1_000_000
for name in ("day-01.tar", "day-02.tar", "day-03.tar"):
    if used + 90_000 > quota:
        log.critical("quota of bucket archive-eu is used up, cannot put %s", name)
        break
    used += 90_000
log.info("closing 4 connections")
log.info("shipped 0 of 3 archives")
sys.exit(4)
