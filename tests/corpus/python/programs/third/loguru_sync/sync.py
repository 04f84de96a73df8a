import sys

from loguru import logger

logger.remove()
logger.add(sys.stderr, format="{time:HH:mm:ss} | {level: <8} | {name}:{function}:{line} - {message}", backtrace=True, diagnose=True)
STOCK = {"A-1": 4, "A-2": None}


def reserve(item, amount):
    left = STOCK[item] - amount  # RAISES
    STOCK[item] = left
    return left


def sync(orders):
    for item, amount in orders:
        logger.info("{} left of {}", reserve(item, amount), item)


logger.info("sync starts, {} items", len(STOCK))
try:
    sync([("A-1", 1), ("A-2", 1)])
except Exception:
    logger.exception("sync stopped")
    sys.exit(1)
