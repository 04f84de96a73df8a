import logging
import sys

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)-7s %(name)s %(message)s", stream=sys.stdout)
log = logging.getLogger("train")


class DataLoader:
    def __init__(self, n):
        self.n = n

    def batch(self, step):
        if step in (210, 633):
            raise OSError(5, "Input/output error", "/data/shard-%03d.bin" % (step // 10))
        return [step] * 4 if step != 1180 else []


def mean(values):
    return sum(values) / len(values)  # RAISES


def step_loss(loader, step):
    return 1.0 / (1.0 + mean(loader.batch(step)))


def train(loader):
    for step in range(1, loader.n):
        try:
            log.info("step %d loss %.5f errors 0", step, step_loss(loader, step))
        except OSError:
            log.warning("step %d skipped", step, exc_info=True)


try:
    train(DataLoader(1400))
finally:
    for i in range(60):
        log.info("saving shard %d of 60", i)
