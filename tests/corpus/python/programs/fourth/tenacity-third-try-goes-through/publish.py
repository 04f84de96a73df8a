import logging

from tenacity import before_sleep_log, retry, stop_after_attempt, wait_fixed

logging.basicConfig(level=logging.INFO, format="%(asctime)s - %(name)s - %(levelname)s - %(message)s")
log = logging.getLogger("publish")
tries = []


@retry(stop=stop_after_attempt(5), wait=wait_fixed(0.2), before_sleep=before_sleep_log(log, logging.WARNING, exc_info=True))
def publish(topic):
    tries.append(topic)
    if len(tries) < 3:
        raise ConnectionResetError(104, "Connection reset by peer")
    log.info("published to %s", topic)


publish("orders")
log.info("done after %d tries", len(tries))
