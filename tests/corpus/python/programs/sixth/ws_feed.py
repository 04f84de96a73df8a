import asyncio
import logging

import websockets

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(levelname)s: %(message)s", datefmt="%H:%M:%S")
log = logging.getLogger("feed")
connections = 0


async def serve(socket):
    global connections
    connections += 1
    for number in range(3):
        await socket.send(str(number))
    if connections == 1:
        await socket.close(1011, "internal error")
    if connections == 2:
        raise LookupError("no channel named 'night'")
    await socket.wait_closed()


async def main():
    received = 0
    asyncio.get_running_loop().call_later(0.5, lambda: servers.append(asyncio.ensure_future(start())))
    servers = []
    async for socket in websockets.connect("ws://127.0.0.1:18453", open_timeout=2):
        try:
            async for message in socket:
                received += 1
                if received == 9:
                    log.info("9 messages received over %d connections, feed is complete", connections)
                    await socket.close()
                    (await servers[0]).close()
                    return
        except websockets.ConnectionClosed as error:
            log.warning("feed was cut off: %s", error)


async def start():
    return await websockets.serve(serve, "127.0.0.1", 18453)


asyncio.run(main())
