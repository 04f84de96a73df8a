"""Runs a job every 20 ms for a while; its third run fails."""
import logging
import sys
import time

from apscheduler.schedulers.background import BackgroundScheduler

logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(levelname)s %(name)s %(message)s")
runs = [0]


def beat():
    runs[0] += 1
    if runs[0] == 3:
        raise RuntimeError("clock went backwards")


scheduler = BackgroundScheduler()
scheduler.add_job(beat, "interval", seconds=0.02)
scheduler.start()
while runs[0] < 24:
    time.sleep(0.01)
scheduler.shutdown()
print("24 beats")
