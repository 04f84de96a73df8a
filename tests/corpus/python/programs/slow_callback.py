import asyncio
import logging
import time

logging.basicConfig(level=logging.INFO)


async def busy(n):
    time.sleep(0.12 if n == 2 else 0)


async def main():
    for n in range(5):
        await asyncio.create_task(busy(n))
    logging.info("5 tasks, 0 exceptions")


asyncio.run(main(), debug=True)
