import logging
import warnings

import numpy as np

logging.basicConfig(level=logging.DEBUG, format="%(levelname).1s %(asctime)s %(message)s", datefmt="%m%d %H:%M:%S")
logging.captureWarnings(True)
warnings.simplefilter("always")
rng = np.random.default_rng(3)


def fit(x, y):
    try:
        return np.linalg.solve(x.T @ x, x.T @ y)
    except np.linalg.LinAlgError:
        logging.warning("store is collinear, ridge of 1e-3 is added", exc_info=True)
        return np.linalg.solve(x.T @ x + 1e-3 * np.eye(x.shape[1]), x.T @ y)


for store in range(6):
    x = rng.normal(size=(40, 3)).round(0)
    if store in (1, 4):
        x[:, 2] = x[:, 1]
        x[:, 0] = 0
    y = x.sum(axis=1) + rng.normal(size=40)
    weights = fit(x, y)
    error = np.sqrt(np.mean((x @ weights - y) ** 2) / (store != 3))
    logging.info("store %d rms_error=%.4f max_error=%.4f failed=0", store, error, np.abs(x @ weights - y).max())
logging.info("6 of 6 stores fitted")
