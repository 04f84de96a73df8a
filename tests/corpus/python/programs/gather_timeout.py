import asyncio


async def query(statement):
    await asyncio.sleep(5)
    return statement


async def report():
    return await asyncio.wait_for(query("select 1"), timeout=0.05)


async def main():
    rows = await asyncio.gather(report(), report())
    print(rows)


asyncio.run(main())
