import concurrent.futures
import multiprocessing


class FeatureError(Exception):
    pass


def embed(text):
    if not text:
        raise FeatureError("text 2 is empty")
    return len(text)


def main():
    context = multiprocessing.get_context("fork")
    with concurrent.futures.ProcessPoolExecutor(2, mp_context=context) as pool:
        for size in pool.map(embed, ["one", "three", ""]):
            print(size, flush=True)


if __name__ == "__main__":
    main()
