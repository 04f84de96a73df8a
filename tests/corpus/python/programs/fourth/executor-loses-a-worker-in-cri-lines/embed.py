import os
import signal
from concurrent.futures import ProcessPoolExecutor


def embed(shard):
    print(f"shard {shard}: 4096 texts", flush=True)
    if shard == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return shard


def main():
    with ProcessPoolExecutor(max_workers=1) as pool:
        for future in [pool.submit(embed, shard) for shard in range(4)]:
            print("done", future.result(), flush=True)


if __name__ == "__main__":
    main()
