"""Renders invoices with celery; invoices without an address go to a list for the clerks."""
import time

from celery import Celery
from celery.contrib.testing.worker import start_worker
from celery.utils.log import get_task_logger

app = Celery("invoices", broker="memory://", backend="cache+memory://")
app.conf.update(task_acks_late=True, worker_hijack_root_logger=True)
log = get_task_logger("invoices")
dead = []


@app.task(name="invoices.render", bind=True, max_retries=2, default_retry_delay=0.1)
def render(self, number):
    try:
        return {"street": "Rue %d" % number, "zip": [75001][number == 5]}
    except IndexError as error:
        if self.request.retries == self.max_retries:
            log.exception("invoice %d has no address, left for the clerks", number)
            dead.append(number)
            return None
        raise self.retry(exc=error)


@app.task(name="celery.ping")
def ping():
    return "pong"


with start_worker(app, pool="solo", loglevel="INFO", perform_ping_check=False, concurrency=1):
    results = [render.delay(n) for n in range(1, 7)]
    while not all(result.ready() for result in results):
        time.sleep(0.05)
print("invoices: 5 rendered, %d for the clerks" % len(dead))
