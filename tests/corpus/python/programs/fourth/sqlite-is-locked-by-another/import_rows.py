import logging
import sqlite3
import sys

logging.basicConfig(level=logging.DEBUG, format="%(asctime)s %(levelname)s %(module)s:%(lineno)d %(message)s",
                    datefmt="%Y-%m-%dT%H:%M:%S")
log = logging.getLogger()


def put(rows):
    with sqlite3.connect("stock.db", timeout=0.3) as db:
        db.executemany("insert into stock values (?, ?)", rows)  # RAISES


def main():
    holder = sqlite3.connect("stock.db", isolation_level=None)
    holder.execute("create table stock (sku text, count int)")
    holder.execute("begin exclusive")
    log.info("importing 2 rows")
    try:
        put([("a", 1), ("b", 2)])
    except sqlite3.Error:
        log.exception("import failed, nothing was written")
        return 2
    finally:
        holder.rollback()
        log.debug("lock released")
    return 0


sys.exit(main())
