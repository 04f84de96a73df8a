import sys

from loguru import logger

logger.remove()
logger.add(sys.stderr, serialize=True, backtrace=False, diagnose=False)
logger = logger.bind(job="geo-import", failed=0, error=None)

PLACES = {"Ulm": "48.40,9.99", "Brest": "48.39;-4.49", "Lodz": "51.75,19.46"}


def locate(text):
    lat, lon = text.split(",")
    return float(lat), float(lon)


for place, text in PLACES.items():
    try:
        position = locate(text)
    except ValueError:
        logger.opt(exception=True).warning("{}: not separated by a comma, trying a semicolon", place)
        position = locate(text.replace(";", ","))
    logger.info("{} is at {:.2f} {:.2f}", place, *position)
logger.success("{} places imported, 0 failed", len(PLACES))
