from sqlalchemy import Column, Integer, String, create_engine
from sqlalchemy.orm import Session, declarative_base

Base = declarative_base()


class Customer(Base):
    __tablename__ = "customer"
    id = Column(Integer, primary_key=True)
    mail = Column(String(80), unique=True, nullable=False)


def load(engine, rows):
    with Session(engine) as session:
        for number, mail in rows:
            session.add(Customer(id=number, mail=mail))
        session.commit()


engine = create_engine("sqlite://", future=True)
Base.metadata.create_all(engine)
for batch in ([(1, "a@example.org"), (2, "b@example.org")], [(3, "c@example.org"), (4, "b@example.org")]):
    load(engine, batch)
    print("loaded", len(batch), flush=True)
