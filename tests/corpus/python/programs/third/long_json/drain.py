"""A service that logs JSON: 620 messages, one that ends it, and what it does until it is gone."""
import logging
import sys

from pythonjsonlogger import jsonlogger

handler = logging.StreamHandler(sys.stderr)
handler.setFormatter(jsonlogger.JsonFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
logging.basicConfig(level=logging.DEBUG, handlers=[handler])
log = logging.getLogger("broker")


class SequenceGap(RuntimeError):
    pass


class Stream:
    def __init__(self):
        self.last = 0

    def take(self, number):
        if number != self.last + 1:
            raise SequenceGap("stream 'orders': message %d follows %d" % (number, self.last))  # RAISES
        self.last = number


stream = Stream()
code = 0
for number in list(range(1, 601)) + [603]:
    try:
        stream.take(number)
        log.info("taken", extra={"number": number, "error": None, "redelivered": False})
        if number % 150 == 0:
            log.warning("slow consumer", extra={"lag_ms": number, "error": "none yet"})
    except SequenceGap:
        log.critical("stream is given up", exc_info=True, extra={"number": number})
        code = 1
for connection in range(260):
    log.info("connection closed", extra={"connection": connection, "errors": 0})
sys.exit(code)
