import logging

import requests

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
log = logging.getLogger("push")


def push(session, metric, value):
    session.post("http://127.0.0.1:9/api/v1/push", json={"metric": metric, "value": value}, timeout=2)


with requests.Session() as session:
    log.info("pushing 2 metrics")
    push(session, "rows", 120)
    push(session, "errors", 0)
