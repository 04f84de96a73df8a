from concurrent.futures import ThreadPoolExecutor, as_completed


def decode(name):
    data = {"a.jpg": b"\xff\xd8", "b.jpg": b"", "c.jpg": b"\xff\xd8"}[name]
    return data[0]  # RAISES


def load(names):
    with ThreadPoolExecutor(2) as pool:
        futures = {pool.submit(decode, n): n for n in names}
        for future in as_completed(futures):
            print("decoded", future.result(), flush=True)


load(["a.jpg", "b.jpg", "c.jpg"])
