"""Runs a small graph of tasks, each with retries and trigger rules, in threads."""
import concurrent.futures
import logging
import time
from graphlib import TopologicalSorter

logging.basicConfig(level=logging.INFO, format="[%(asctime)s] {%(filename)s:%(lineno)d} %(levelname)s - %(message)s")
log = logging.getLogger("dag")
GRAPH = {"extract_erp": (), "extract_web": (), "transform": ("extract_erp", "extract_web"), "check": ("transform",), "enrich_geo": ("transform",),
         "load": ("check", "enrich_geo"), "notify": ("load",)}
RETRIES = {"extract_web": 2, "enrich_geo": 0}
OPTIONAL = {"enrich_geo"}
tries = {}


def execute(name):
    tries[name] = tries.get(name, 0) + 1
    if name == "extract_web" and tries[name] < 3:
        raise ConnectionAbortedError(103, "Software caused connection abort")
    if name == "enrich_geo":
        raise PermissionError(13, "Permission denied", "/usr/share/geo/cities.db")
    time.sleep(0.01)


def run(name):
    for attempt in range(1, RETRIES.get(name, 0) + 2):
        log.info("Starting attempt %d of %d: <Task %s>", attempt, RETRIES.get(name, 0) + 1, name)
        try:
            execute(name)
            log.info("Marking task as SUCCESS. dag_id=nightly, task_id=%s", name)
            return "success"
        except Exception:
            log.exception("Task failed with exception")
            last = attempt > RETRIES.get(name, 0)
            log.info("Marking task as %s. dag_id=nightly, task_id=%s", ("SKIPPED" if name in OPTIONAL else "FAILED") if last else "UP_FOR_RETRY", name)
    return "skipped"


sorter = TopologicalSorter(GRAPH)
sorter.prepare()
states = {}
with concurrent.futures.ThreadPoolExecutor(1) as pool:
    while sorter.is_active():
        for name in sorter.get_ready():
            states[name] = pool.submit(run, name).result()
            sorter.done(name)
log.info("Marking run nightly as success: %s", ", ".join("%s=%s" % item for item in states.items()))
