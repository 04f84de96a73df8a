import logging
import sys

from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, select

logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(name)s %(message)s")
logging.getLogger("sqlalchemy.engine").setLevel(logging.INFO)
engine = create_engine("sqlite://", future=True)
meta = MetaData()
errors = Table("errors", meta, Column("id", Integer, primary_key=True), Column("exception", String), Column("message", String))
meta.create_all(engine)
with engine.begin() as connection:
    connection.execute(errors.insert(), [{"exception": "KeyError", "message": "'id'"}, {"exception": "ValueError", "message": "Traceback (most recent call last)"}])
    for row in connection.execute(select(errors)):
        print(row)
