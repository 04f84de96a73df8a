import asyncio
import gc


async def prefetch(n):
    raise LookupError("nothing to prefetch for page %d" % n)


async def main():
    for page in range(24):
        if page == 2:
            asyncio.ensure_future(prefetch(page))
            await asyncio.sleep(0)
            gc.collect()
        print("page", page, "rendered", flush=True)
        await asyncio.sleep(0.001)


asyncio.run(main())
print("24 pages rendered")
