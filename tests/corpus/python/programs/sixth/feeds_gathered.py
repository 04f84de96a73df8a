import asyncio
import traceback
from datetime import date


class FeedError(Exception):
    pass


async def read(feed):
    await asyncio.sleep(0.01 * len(feed))
    if feed == "boerse":
        return {}["quotes"]
    if feed == "ecb":
        try:
            await asyncio.wait_for(asyncio.sleep(3), 0.05)
        except asyncio.TimeoutError as error:
            raise FeedError("ecb did not answer within 0.05 s") from error
    return [1] * len(feed)


async def main():
    feeds = ["boerse", "weather", "ecb", "traffic"]
    results = await asyncio.gather(*map(read, feeds), return_exceptions=True)
    for feed, result in zip(feeds, results):
        if isinstance(result, Exception):
            print("!! %s failed:" % feed)
            traceback.print_exception(type(result), result, result.__traceback__)
            print("!! %s: using the values of the day before instead" % feed)
        else:
            print("%s: %d values" % (feed, len(result)))
    print("feeds of %s complete (2 fresh, 2 carried over)" % date(2026, 11, 22))


asyncio.run(main())
