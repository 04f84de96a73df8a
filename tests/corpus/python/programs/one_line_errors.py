import logging

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
bad = 0
for i, text in enumerate("1 2 x 4 y 6 7 z 9 10 11 12".split()):
    try:
        logging.info("value %d", int(text))
    except ValueError as e:
        bad += 1
        logging.error("line %d skipped: %s: %s", i, type(e).__name__, e)
logging.info("finished with %d skipped lines", bad)
