import asyncio
import gc
import logging

logging.basicConfig(level=logging.INFO, format="%(levelname).1s %(asctime)s %(funcName)s] %(message)s")


async def notify(team):
    await asyncio.sleep(0)
    logging.info("%s is told", team)


async def probe(host):
    raise ConnectionResetError(104, "Connection reset by peer", host)


async def main():
    notify("archive")
    gc.collect()
    await notify("billing")
    for host, answer in zip("ab", await asyncio.gather(probe("a"), probe("b"), return_exceptions=True)):
        logging.warning("probe of %s: %r", host, answer, exc_info=answer)
    task = asyncio.create_task(asyncio.sleep(60), name="watch")
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        logging.info("watch is over: %r", error)


asyncio.run(main(), debug=True)
