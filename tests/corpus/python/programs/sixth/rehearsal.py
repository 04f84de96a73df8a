"""Rehearses a change of the schema: everything is done once and then rolled back."""
import logging
import sys

from sqlalchemy import create_engine, text

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)-5.5s [%(name)s] %(message)s")
log = logging.getLogger("rehearsal")


class RollBack(Exception):
    """raised at the end of a rehearsal"""


engine = create_engine("sqlite://", echo=False)
logging.getLogger("sqlalchemy.engine").setLevel(logging.INFO)
try:
    with engine.begin() as db:
        db.execute(text("CREATE TABLE delivery (id INTEGER PRIMARY KEY, failed INTEGER NOT NULL DEFAULT 0)"))
        db.execute(text("INSERT INTO delivery (failed) VALUES (0), (1)"))
        db.execute(text("ALTER TABLE delivery RENAME COLUMN failed TO error_code"))
        raise RollBack("dry run: nothing is kept")
except RollBack:
    log.info("rolled back on purpose", exc_info=True)
log.info("rehearsal passed, 3 statements would be executed")
