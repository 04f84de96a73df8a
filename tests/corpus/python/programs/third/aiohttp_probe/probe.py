import asyncio

import aiohttp


async def probe(session, name):
    async with session.get("http://127.0.0.1:18995/" + name) as answer:
        return answer.status


async def main():
    async with aiohttp.ClientSession() as session:
        print("probing 2 services", flush=True)
        print(await asyncio.gather(*(probe(session, name) for name in ("orders", "prices"))))


asyncio.run(main())
