import json
import logging
import pathlib

import pymongo
from pymongo.errors import PyMongoError

logging.basicConfig(level=logging.INFO, format="%(asctime)s|%(levelname)s|%(filename)s|%(message)s")
spool = pathlib.Path("/app/telemetry.spool")
spool.unlink(missing_ok=True)
client = pymongo.MongoClient("mongodb://127.0.0.1:18444,127.0.0.1:18445/?replicaSet=night", serverSelectionTimeoutMS=400)
events = [{"seq": n, "error_count": 0} for n in range(500)]
logging.info("flushing %d events", len(events))
try:
    client.telemetry.events.insert_many([dict(event) for event in events])
except PyMongoError as error:
    logging.error("flush failed: %s", error)
    spool.write_text("".join(json.dumps(event) + "\n" for event in events))
    logging.info("%d events spooled to %s (%d bytes), the day run sends them", len(events), spool, spool.stat().st_size)
