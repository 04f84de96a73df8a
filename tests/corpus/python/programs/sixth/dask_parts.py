import logging
import pathlib
import tempfile

import dask.bag as bag
from distributed import Client, LocalCluster

seen = pathlib.Path(tempfile.mkdtemp(dir="/app"))


def part(number):
    mark = seen / str(number)
    if number == 3 and not mark.exists():
        mark.touch()
        raise OSError(5, "Input/output error", "/app/parts/part-0003.parquet")
    return number * 100


if __name__ == "__main__":
    with LocalCluster(n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None) as cluster, Client(cluster) as client:
        logging.getLogger("distributed").info("cluster is up")
        futures = client.map(part, range(6), retries=2)
        print("rows:", sum(client.gather(futures)))
        print("states:", *sorted({f.status for f in futures}))
        try:
            print("mean:", bag.from_sequence([]).mean().compute())
        except ZeroDivisionError:
            print("mean: none, there were no late rows")
