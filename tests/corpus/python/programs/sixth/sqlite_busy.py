import logging
import sqlite3
import threading
import time

logging.basicConfig(level=logging.INFO, format="%(relativeCreated)6d %(threadName)-10s %(levelname)-8s %(message)s")
path = "/app/ledger.db"
with sqlite3.connect(path) as db:
    db.execute("CREATE TABLE errors (at REAL, text TEXT)")


def hold(seconds):
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("BEGIN EXCLUSIVE")
    logging.info("backup holds the lock for %.1f s", seconds)
    time.sleep(seconds)
    db.execute("COMMIT")


def write():
    db = sqlite3.connect(path, timeout=0.2)
    for attempt in range(1, 8):
        try:
            with db:
                db.execute("INSERT INTO errors VALUES (?, ?)", (time.time(), "no error"))
            logging.info("row written in attempt %d", attempt)
            return
        except sqlite3.OperationalError as error:
            logging.error("attempt %d: sqlite3.OperationalError: %s", attempt, error, exc_info=attempt == 1)


holder = threading.Thread(target=hold, args=(0.9,), name="backup")
holder.start()
time.sleep(0.1)
writer = threading.Thread(target=write, name="writer")
writer.start()
writer.join()
holder.join()
