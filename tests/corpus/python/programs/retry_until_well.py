import logging
import time

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
log = logging.getLogger("uploader")


class Bucket:
    def __init__(self):
        self.refusals = 3

    def put(self, part):
        if self.refusals:
            self.refusals -= 1
            raise ConnectionResetError(104, "Connection reset by peer")
        return "etag-%d" % part


def put(bucket, part):
    while True:
        try:
            return bucket.put(part)
        except OSError:
            log.warning("part %d failed, trying again", part, exc_info=True)
            time.sleep(0.01)


bucket = Bucket()
for part in range(30):
    log.info("part %d is %s", part, put(bucket, part))
log.info("upload complete: 30 parts, 3 retries, 0 errors")
