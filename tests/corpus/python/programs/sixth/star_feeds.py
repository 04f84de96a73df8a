import asyncio
import traceback


async def read(feed):
    await asyncio.sleep(0.01)
    if feed == "tides":
        raise TimeoutError("tides: no answer")
    if feed == "ferries":
        raise ValueError("ferries: line 3: expected 6 fields, saw 7")
    return feed


async def main():
    fresh = []
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(read(feed)) for feed in ("tides", "ferries", "locks")]
    except* TimeoutError as late:
        traceback.print_exception(late)
        print("late feeds keep their last values")
    except* ValueError as broken:
        traceback.print_exception(broken)
        print("broken feeds are asked for their backup")
        fresh += ["ferries (backup)"]
    fresh += [task.result() for task in tasks if not task.cancelled() and task.exception() is None]
    print("fresh:", ", ".join(sorted(fresh)))


asyncio.run(main())
