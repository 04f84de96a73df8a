import logging

from tenacity import before_sleep_log, retry, stop_after_attempt, wait_none

logging.basicConfig(level=logging.INFO, format="%(levelname)s:%(name)s:%(message)s")
log = logging.getLogger("pull")


@retry(stop=stop_after_attempt(4), wait=wait_none(), before_sleep=before_sleep_log(log, logging.WARNING))
def pull(queue):
    raise ConnectionResetError(104, "Connection reset by peer")  # FIRST


def main():
    log.info("pulling from orders")
    pull("orders")


main()
