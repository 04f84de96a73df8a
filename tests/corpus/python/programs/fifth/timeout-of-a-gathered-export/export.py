import asyncio
import logging
import sys

logging.basicConfig(stream=sys.stderr, format="{asctime} [{levelname[0]}] {message}", style="{", level=logging.DEBUG)
log = logging.getLogger()


async def export(shard):
    log.info("shard %d: begun", shard)
    try:
        await asyncio.sleep(0.1 if shard != 2 else 30)
    except asyncio.CancelledError:
        log.warning("shard %d: cancelled, partial file removed", shard)
        raise
    log.info("shard %d: done", shard)


async def main():
    async with asyncio.timeout(1.5):
        await asyncio.gather(*(export(shard) for shard in range(4)))


asyncio.run(main())
