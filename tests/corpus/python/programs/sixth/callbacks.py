import asyncio
import gc
import logging
import weakref

logging.basicConfig(level=logging.INFO, format="%(name)s:%(levelname)s: %(message)s")


class Segment:
    def __init__(self, name):
        self.name = name


def forget(reference):
    del registry[reference]


registry = {}


def report(done, total):
    logging.info("progress %d%%", 100 * done / total)


async def main():
    loop = asyncio.get_running_loop()
    for number in range(5):
        loop.call_soon(report, number, 4 if number % 2 else 0)
        segment = Segment("s%d" % number)
        weak = weakref.ref(segment, forget)
        if number != 3:
            registry[weak] = number
        del segment
        gc.collect()
        await asyncio.sleep(0.01)
    logging.info("merged 5 of 5 segments")


asyncio.run(main())
