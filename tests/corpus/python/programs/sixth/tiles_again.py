import multiprocessing
import multiprocessing.util
import os


class TileError(RuntimeError):
    def __init__(self, tile, reason):
        super().__init__(tile, reason)
        self.tile = tile


def render(job):
    tile, attempt = job
    if tile % 7 == 3 and attempt == 1:
        raise TileError(tile, "renderer ran out of texture memory")
    return tile


if __name__ == "__main__":
    log = multiprocessing.log_to_stderr()
    log.setLevel("INFO")
    waiting = [(n, 1) for n in range(20)]
    rendered = []
    with multiprocessing.Pool(2) as pool:
        while waiting:
            again = []
            for job, handle in [(job, pool.apply_async(render, (job,))) for job in waiting]:
                try:
                    rendered.append(handle.get())
                except TileError as error:
                    log.error("tile %d failed in attempt %d", error.tile, job[1], exc_info=True)
                    again.append((job[0], job[1] + 1))
            waiting = again
    print("rendered %d of 20 tiles" % len(rendered))
