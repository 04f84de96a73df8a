"""A service of the night whose settings come from a file and the environment."""
from typing import List

from pydantic import BaseModel, PositiveInt


class Target(BaseModel):
    host: str
    port: PositiveInt


class Settings(BaseModel):
    name: str
    targets: List[Target]
    retries: int = 3


def load():
    raw = {"targets": [{"host": "db1", "port": 5432}, {"host": "db2", "port": "default"}], "retries": "three"}
    return Settings(**raw)


print("mirror 1.8 starting")
settings = load()
print("mirroring", settings.name)
