import asyncio


async def fetch(shard):
    await asyncio.sleep(0.01 * shard)
    if shard == 2:
        raise ConnectionError("shard %d closed the stream" % shard)
    await asyncio.sleep(1)


async def collect():
    async with asyncio.TaskGroup() as group:
        for shard in range(1, 5):
            group.create_task(fetch(shard), name="shard-%d" % shard)


async def main():
    await collect()  # RAISES


asyncio.run(main())
