import logging
import pathlib

import urllib3

logging.basicConfig(level=logging.DEBUG, format="%(levelname)s:%(name)s:%(message)s")
http = urllib3.PoolManager(retries=urllib3.Retry(total=3, backoff_factor=0))


def fetch(name):
    for base in ("http://127.0.0.1:9/", "file"):
        try:
            if base == "file":
                return pathlib.Path("/app/mirror", name).read_bytes()
            return http.request("GET", base + name).data
        except urllib3.exceptions.MaxRetryError as error:
            logging.error("mirror %s given up: %s", base, error)
    return b""


for name in ("index.json", "packages.json"):
    logging.info("%s: %d bytes", name, len(fetch(name)))
logging.info("fetch complete")
