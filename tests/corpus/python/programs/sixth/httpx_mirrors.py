import asyncio
import logging

import httpx

logging.basicConfig(level=logging.INFO, format="[%(levelname)s] %(message)s")


async def serve(reader, writer, delay):
    await reader.readuntil(b"\r\n\r\n")
    await asyncio.sleep(delay)
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\ndone")
    writer.close()


async def main():
    servers = [await asyncio.start_server(lambda r, w, d=delay: serve(r, w, d), "127.0.0.1", port) for port, delay in ((18441, 2), (18442, 0))]
    async with httpx.AsyncClient(timeout=0.3) as client:
        for package in ("base", "extra"):
            for port in (18443, 18441, 18442):
                url = "http://127.0.0.1:%d/%s.idx" % (port, package)
                try:
                    answer = await client.get(url)
                    logging.info("%s from %s: %d bytes", package, answer.url.netloc.decode(), len(answer.content))
                    break
                except httpx.TransportError as error:
                    logging.error("%s: %s: %s", url, type(error).__name__, error or "no answer in time", exc_info=package == "extra" and port == 18441)
    for server in servers:
        server.close()


asyncio.run(main())
