"""Grows a volume with taskflow; the flow is reverted and run again when the volume is busy."""
import logging
import sys

import taskflow.engines
from taskflow import retry, task
from taskflow.listeners import logging as listener
from taskflow.patterns import linear_flow

logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(asctime)s %(levelname)-7s %(name)s %(message)s")


class Detach(task.Task):
    def execute(self, volume):
        pass

    def revert(self, volume, **kwargs):
        logging.getLogger("resize").info("%s attached again", volume)


class Grow(task.Task):
    attempts = 0

    def execute(self, volume):
        Grow.attempts += 1
        if Grow.attempts < 3:
            raise RuntimeError("lvextend: device-mapper: resume ioctl on %s failed: Device or resource busy" % volume)


flow = linear_flow.Flow("resize", retry=retry.Times(4)).add(Detach(), Grow())
engine = taskflow.engines.load(flow, store={"volume": "vg0/night"})
with listener.DynamicLoggingListener(engine, log=logging.getLogger("taskflow")):
    engine.run()
print("resize: state %s after %d attempts" % (engine.storage.get_flow_state(), Grow.attempts))
