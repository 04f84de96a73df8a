import asyncio


class ToolFailed(RuntimeError):
    pass


async def tool(name, code):
    process = await asyncio.create_subprocess_exec("sh", "-c", "sleep 0.0%d; exit %d" % (code, code))
    if await process.wait():
        raise ToolFailed(f"{name} ended with {code}")


async def main():
    results = await asyncio.gather(tool("resize", 0), tool("encode", 3), tool("upload", 2), return_exceptions=True)
    failed = [r for r in results if r]
    if failed:
        raise ExceptionGroup("tools failed", failed)  # RAISES


asyncio.run(main())
