import logging
import os

import h5py
import numpy as np

logging.basicConfig(level=logging.INFO, format="%(levelname)s %(funcName)s: %(message)s")
path = "/app/features-cache.h5"


def features():
    try:
        with h5py.File(path, "r") as file:
            return file["features"][:]
    except (OSError, KeyError):
        logging.warning("cache cannot be read, features are computed", exc_info=True)
        with h5py.File(path, "w") as file:
            return file.create_dataset("features", data=np.arange(60.0).reshape(20, 3))[:]


for damage in (None, lambda: open(path, "r+b").truncate(300), None, lambda: h5py.File(path, "w").close()):
    if damage:
        damage()
    logging.info("mean of features %.2f", features().mean())
logging.info("features %s", features().shape)
os.remove(path)
