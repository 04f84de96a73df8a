import logging
import threading
import time

import psycopg2
from psycopg2 import errors

logging.basicConfig(level=logging.INFO, format="%(threadName)s %(levelname)s %(message)s")
dsn = "host=/tmp/pg-deadlock user=app dbname=postgres"
with psycopg2.connect(dsn) as db, db.cursor() as cursor:
    cursor.execute("CREATE TABLE account (id int PRIMARY KEY, cents int); INSERT INTO account VALUES (1, 1000), (2, 1000)")


def transfer(source, target, cents):
    for attempt in (1, 2, 3):
        db = psycopg2.connect(dsn)
        try:
            with db, db.cursor() as cursor:
                cursor.execute("UPDATE account SET cents = cents - %s WHERE id = %s", (cents, source))
                time.sleep(0.3)
                cursor.execute("UPDATE account SET cents = cents + %s WHERE id = %s", (cents, target))
            logging.info("%d cents from %d to %d in attempt %d", cents, source, target, attempt)
            return
        except errors.DeadlockDetected:
            logging.exception("attempt %d was chosen as the victim, again", attempt)
        finally:
            db.close()


threads = [threading.Thread(target=transfer, args=args, name="t%d" % args[0]) for args in ((1, 2, 50), (2, 1, 70))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
with psycopg2.connect(dsn) as db, db.cursor() as cursor:
    cursor.execute("SELECT sum(cents) FROM account")
    logging.info("books balance: %d", *cursor.fetchone())
