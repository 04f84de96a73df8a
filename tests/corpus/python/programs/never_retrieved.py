import asyncio
import gc
import sys


async def refresh_token():
    await asyncio.sleep(0)
    token = {}
    return token["access_token"]  # RAISES


async def main():
    task = asyncio.ensure_future(refresh_token())
    await asyncio.sleep(0.05)
    failed = task.done()
    del task
    gc.collect()
    print("token could not be refreshed, leaving")
    sys.stdout.flush()
    return 1 if failed else 0


loop = asyncio.new_event_loop()
sys.exit(loop.run_until_complete(main()))
