import logging

from tenacity import retry, stop_after_attempt, wait_none

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
log = logging.getLogger("copy")
failures = {3: 2, 7: 1}


def told(state):
    error = state.outcome.exception()
    log.error("attempt %d of shard %d failed", state.attempt_number, state.args[0], exc_info=(type(error), error, error.__traceback__))


@retry(stop=stop_after_attempt(4), wait=wait_none(), before_sleep=told)
def copy(shard):
    if failures.get(shard):
        failures[shard] -= 1
        raise BrokenPipeError(32, "Broken pipe")
    return shard * 1000


for shard in range(20):
    log.info("shard %d: %d bytes copied", shard, copy(shard))
log.info("all shards copied")
