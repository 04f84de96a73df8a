import asyncio
import gc


async def probe(name):
    await asyncio.sleep(0)
    if name == "cache-2":
        raise ConnectionRefusedError(111, "Connection refused")


async def main():
    probes = [asyncio.create_task(probe("cache-%d" % n)) for n in range(4)]
    await asyncio.sleep(0.01)
    del probes
    gc.collect()
    for n in range(25):
        print("cycle %d: 3 of 4 probes answered" % n, flush=True)
        await asyncio.sleep(0.001)
    print("poll ends")


asyncio.run(main())
