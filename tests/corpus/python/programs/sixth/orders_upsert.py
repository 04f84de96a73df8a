"""Loads the orders of a shop; an order that is there already is updated."""
import logging
import sys

from sqlalchemy import Column, Integer, Numeric, String, create_engine
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import declarative_base, sessionmaker

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(asctime)s [%(levelname)s] %(name)s: %(message)s")
log = logging.getLogger("orders.load")
Base = declarative_base()


class Order(Base):
    __tablename__ = "orders"
    number = Column(Integer, primary_key=True)
    state = Column(String, nullable=False)
    amount = Column(Numeric(10, 2, asdecimal=False))


def store(session, row):
    try:
        with session.begin_nested():
            session.add(Order(**row))
    except IntegrityError:
        log.warning("order %d is known, it is updated instead", row["number"], exc_info=True)
        session.query(Order).filter_by(number=row["number"]).update(row)
        return "updated"
    return "inserted"


engine = create_engine("sqlite:////app/orders.db")
Base.metadata.create_all(engine)
session = sessionmaker(engine)()
counts = {"inserted": 0, "updated": 0}
batch = [{"number": n, "state": "new", "amount": n * 1.5} for n in range(7001, 7019)]
batch.insert(9, {"number": 7004, "state": "paid", "amount": 10506.0})
for row in batch:
    counts[store(session, row)] += 1
session.commit()
log.info("committed: %(inserted)d inserted, %(updated)d updated, 0 rejected", counts)
