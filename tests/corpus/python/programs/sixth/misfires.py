"""A scheduler whose jobs take longer than their interval; runs that overlap are left out."""
import logging
import time
from datetime import datetime, timedelta

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s:%(name)s:%(message)s")
runs = []


def vacuum():
    runs.append(1)
    time.sleep(0.7)
    if len(runs) == 2:
        raise OSError(16, "Device or resource busy", "/app/data/segments")


scheduler = BackgroundScheduler(executors={"default": ThreadPoolExecutor(2)}, timezone="UTC", job_defaults={"coalesce": False, "misfire_grace_time": 1})
scheduler.add_job(vacuum, "interval", seconds=0.3, id="vacuum", max_instances=1, next_run_time=datetime.now())
scheduler.add_job(print, "date", run_date=datetime.utcnow() - timedelta(hours=1), args=["late"], id="report")
scheduler.start()
time.sleep(2.6)
scheduler.shutdown()
logging.info("vacuum ran %d times, last run ended well", len(runs))
