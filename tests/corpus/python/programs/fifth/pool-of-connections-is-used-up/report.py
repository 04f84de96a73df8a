import logging
import sys
from concurrent.futures import ThreadPoolExecutor

import sqlalchemy as sa
import structlog

logging.basicConfig(format="%(message)s", stream=sys.stderr, level=logging.INFO)
structlog.configure(processors=[structlog.processors.add_log_level, structlog.processors.TimeStamper(fmt="iso"),
                                structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "event"])])
log = structlog.get_logger()
engine = sa.create_engine("sqlite:////app/shop.db", poolclass=sa.pool.QueuePool, pool_size=2, max_overflow=0, pool_timeout=0.5)
held = []


def totals(region):
    connection = engine.connect()
    held.append(connection)
    value = connection.execute(sa.text("select :x * 2"), {"x": len(region)}).scalar()
    log.info("totals", region=region, value=value)
    return value


with ThreadPoolExecutor(1) as pool:
    try:
        print(sum(pool.map(totals, ["north", "south", "east", "west"])))
    finally:
        log.warning("report is not written", kept="report-2026-11-25.csv")
