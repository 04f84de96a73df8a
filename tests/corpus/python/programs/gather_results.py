import asyncio


async def fetch(n):
    await asyncio.sleep(0)
    if n % 4 == 3:
        raise ConnectionError("mirror %d refused" % n)
    return n


async def main():
    for n, r in enumerate(await asyncio.gather(*(fetch(n) for n in range(12)), return_exceptions=True)):
        print("mirror", n, "->", repr(r))
    print("9 of 12 mirrors answered, enough")


asyncio.run(main())
