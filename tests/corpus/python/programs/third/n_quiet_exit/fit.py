import sys

from tqdm import trange

loss = 2.0
for epoch in trange(30, ncols=70, ascii=True, mininterval=0):
    loss *= 0.95
print("best loss %.4f" % loss, flush=True)
sys.exit(1 if loss > 0.2 else 0)
