import random
import time
import traceback

random.seed(47)
retried = 0


class Throttled(Exception):
    pass


def post(batch, attempt):
    if attempt == 1 and random.random() < 0.05:
        raise random.choice([Throttled("429 Too Many Requests, retry after 1 s"), ConnectionResetError(104, "Connection reset by peer"),
                             TimeoutError("The read operation timed out")])


def say(**fields):
    fields = {"ts": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), **fields}
    print(" ".join("%s=%s" % (k, '"%s"' % v if " " in str(v) else v) for k, v in fields.items()), flush=True)


for batch in range(1, 141):
    for attempt in (1, 2):
        try:
            post(batch, attempt)
            say(level="info", msg="batch sent", batch=batch, attempt=attempt, rejected=0, err="null")
            break
        except (Throttled, OSError) as error:
            say(level="error", msg="batch not sent", batch=batch, attempt=attempt, err=error, retryable="true")
            if not retried:
                traceback.print_exc()
            retried += 1
say(level="info", msg="all batches sent", batches=140, retried=retried, failed=0)
