import ctypes
import logging

logging.basicConfig(level=logging.DEBUG, format="%(levelname).1s %(message)s")


def checksum(address, length):
    return sum(ctypes.string_at(address, length))  # FIRST


def verify(blocks):
    for number, (address, length) in enumerate(blocks):
        logging.debug("block %d of %d", number, len(blocks))
        logging.info("block %d: %d", number, checksum(address, length))


good = ctypes.create_string_buffer(b"good block")
verify([(ctypes.addressof(good), 10), (8, 4096)])
