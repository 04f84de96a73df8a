import asyncio
import sys


class ProbeFailed(Exception):
    pass


async def probe(name, wait):
    await asyncio.sleep(wait)
    if name == "ledger":
        raise ProbeFailed("ledger: replication lag is 912 s, limit is 300 s")
    print("ok  ", name, flush=True)


async def zone(name, targets):
    try:
        async with asyncio.TaskGroup() as group:
            for wait, target in enumerate(targets):
                group.create_task(probe(target, wait / 10), name=target)
    finally:
        print("zone", name, "is left", flush=True)


async def main():
    await zone("east", ["search", "mail"])
    await zone("west", ["cache", "ledger", "files"])


asyncio.run(main())
