from redis import Redis
from rq import Queue, Retry

queue = Queue("pictures", connection=Redis(port=6459))
for number in (1, 2, 3):
    queue.enqueue("jobs.thumbnail", number, retry=Retry(max=3), job_id="picture-%d" % number)
print("queued", queue.count)
