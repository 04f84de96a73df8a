import itertools
import logging

import backoff

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s [%(name)s] %(message)s")
answers = itertools.chain([ConnectionResetError(104, "Connection reset by peer"), TimeoutError("read timed out"), TimeoutError("read timed out")], itertools.repeat(b"ok"))


@backoff.on_exception(backoff.expo, OSError, max_tries=5, factor=0.05, jitter=None)
def put(key):
    answer = next(answers)
    if isinstance(answer, Exception):
        raise answer
    return answer


@backoff.on_predicate(backoff.constant, lambda size: size < 4096, interval=0.02, max_tries=3, jitter=None)
def size_of(key):
    return 0


for key in ("night/a.tar", "night/b.tar", "night/c.tar"):
    put(key)
    logging.info("stored %s", key)
if not size_of("night/.marker"):
    logging.info("no marker of the day before, which is usual on Sundays")
