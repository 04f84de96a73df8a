import logging
import os

import h5py
import numpy as np

logging.basicConfig(level=logging.INFO, format="[%(asctime)s][%(name)s][%(levelname)s] - %(message)s")
log = logging.getLogger("train")


def save(path):
    with h5py.File(path, "w") as file:
        file["weights"] = np.zeros((64, 64))
    os.truncate(path, 9000)


def resume(path):
    log.info("resuming from %s", path)
    with h5py.File(path, "r") as file:
        return file["weights"][...]


save("epoch_012.h5")
weights = resume("epoch_012.h5")
log.info("weights of shape %s", weights.shape)
