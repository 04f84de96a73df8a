import sys

from loguru import logger


@logger.catch(level="WARNING", default=0)
def parse(text):
    return int(text)


total = 0
for i, text in enumerate(["1", "two"] + [str(n) for n in range(24)]):
    total += parse(text)
    logger.info("line {} read, total {}", i, total)
logger.success("26 lines read")
