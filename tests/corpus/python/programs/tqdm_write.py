import time

from tqdm import tqdm

for i in tqdm(range(30), desc="files", mininterval=0.02):
    time.sleep(0.003)
    if i in (4, 17):
        tqdm.write("ERROR file-%02d.bin: checksum mismatch, fetched again" % i)
print("30 files, 0 errors left")
