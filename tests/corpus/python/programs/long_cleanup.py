import atexit
import logging

logging.basicConfig(level=logging.INFO, format="%(levelname)s:%(name)s:%(message)s")
log = logging.getLogger("session")


def close_all():
    for i in range(36):
        log.info("closing connection %d: 0 errors, 0 retries", i)
    log.info("temporary files removed")


def decode(packet):
    kind, _, body = packet.partition(b":")
    return {b"int": int, b"float": float}[kind](body)  # RAISES


atexit.register(close_all)
for packet in (b"int:4", b"float:2.5", b"int:4.0"):
    log.info("packet %r is %r", packet, decode(packet))
