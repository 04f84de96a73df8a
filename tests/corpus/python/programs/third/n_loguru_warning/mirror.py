import sys

from loguru import logger

logger.remove()
logger.add(sys.stdout, format="<{level}> {message}", colorize=False, backtrace=False, diagnose=False)


@logger.catch(level="WARNING", message="page could not be mirrored, its old copy is kept")
def mirror(n):
    if n in (4, 9):
        raise UnicodeError("label too long")
    logger.info("page {} mirrored", n)


for n in range(34):
    mirror(n)
logger.success("mirror complete, exceptions so far: {}", 2)
