"""A small training loop: prints its progress the way many do, and succeeds."""

import sys
import time

STEPS = 10

print("fitting a line to noisy points", flush=True)
slope = 0.0
points = [(x / 10, 3 * x / 10 + (x % 3 - 1) / 50) for x in range(30)]
for step in range(1, STEPS + 1):
    gradient = sum(2 * (slope * x - y) * x for x, y in points) / len(points)
    slope -= 0.1 * gradient
    loss = sum((slope * x - y) ** 2 for x, y in points) / len(points)
    print(f"step {step}/{STEPS} loss={loss:.5f}", flush=True)
    time.sleep(0.1)
print(f"slope {slope:.3f}", file=sys.stderr)
