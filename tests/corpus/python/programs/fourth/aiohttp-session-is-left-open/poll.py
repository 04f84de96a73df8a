import asyncio

import aiohttp
from aiohttp import web


async def health(request):
    return web.json_response({"status": "up", "errors": 0})


async def main():
    app = web.Application()
    app.router.add_get("/health", health)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 8422).start()
    session = aiohttp.ClientSession()
    async with session.get("http://127.0.0.1:8422/health") as answer:
        print("health:", await answer.json())
    try:
        await session.get("http://127.0.0.1:8423/health")
    except aiohttp.ClientError as error:
        print("standby:", repr(error))
    await runner.cleanup()


asyncio.run(main())
