import logging
import resource

import numpy as np

logging.basicConfig(level=logging.INFO, format="[%(process)d] %(message)s")
resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))


def distances(points):
    return np.linalg.norm(points[:, None, :] - points[None, :, :], axis=2)  # RAISES


for count in (100, 400, 1600, 25600):
    logging.info("%d points", count)
    logging.info("largest distance %.3f", distances(np.linspace(0, 1, count * 3).reshape(count, 3)).max())
