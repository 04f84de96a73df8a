import asyncio


async def fetch(n):
    if n == 1:
        raise TimeoutError("mirror 1 is slow")
    if n == 3:
        raise PermissionError(13, "Permission denied", "/mirror/3")
    return n


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for n in range(4):
                group.create_task(fetch(n))
    except* TimeoutError as e:
        print("slow mirrors are got over:", len(e.exceptions), flush=True)


asyncio.run(main())
