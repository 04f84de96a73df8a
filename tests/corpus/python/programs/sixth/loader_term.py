import logging
import os
import signal
import threading
import time

logging.basicConfig(level=logging.INFO, format="%(asctime)s loader[7] %(levelname)s %(message)s", datefmt="%b %d %H:%M:%S")
threading.Timer(1.0, os.kill, (os.getpid(), signal.SIGTERM)).start()
for table in range(1, 100):
    try:
        if table % 3 == 2:
            raise LookupError("statistics of fact_%02d are stale" % table)
        logging.info("fact_%02d: %d rows merged, 0 rejected", table, table * 977)
    except LookupError as error:
        logging.warning("%s, full scan instead", error, exc_info=table == 2)
        logging.info("fact_%02d: %d rows merged, 0 rejected", table, table * 977)
    time.sleep(0.12)
