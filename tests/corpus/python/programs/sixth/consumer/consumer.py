import logging
import time

import colorlog

handler = colorlog.StreamHandler()
handler.setFormatter(colorlog.ColoredFormatter("%(log_color)s%(asctime)s %(levelname)s%(reset)s %(name)s: %(message)s", datefmt="%H:%M:%S"))
logging.basicConfig(level=logging.INFO, handlers=[handler])
log = logging.getLogger("consumer")
offset = 4100
while True:
    offset += 1
    try:
        if offset % 5 == 3:
            raise UnicodeError("offset %d: key is no UTF-8" % offset)
        log.info("offset %d committed, lag 0, errors 0", offset)
    except UnicodeError:
        log.exception("sent to the dead-letter topic and committed")
    time.sleep(0.15)
