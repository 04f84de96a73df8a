import sys

from loguru import logger


def divide(total, parts):
    return total / parts  # RAISES


def share(total, groups):
    active = [g for g in groups if g["active"]]
    return divide(total, len(active))


def main():
    logger.info("sharing {} units", 12)
    try:
        share(12, [{"name": "a", "active": False}])
    except ZeroDivisionError:
        logger.exception("sharing failed")
        sys.exit(1)


main()
