import time

from tqdm import tqdm


def step(i):
    time.sleep(0.02)
    if i == 17:
        raise FloatingPointError("loss is nan at step %d" % i)  # RAISES
    return 1.0 / (i + 1)


def train():
    with tqdm(total=40, desc="epoch 1", mininterval=0.01) as bar:
        for i in range(40):
            bar.set_postfix(loss="%.3f" % step(i))
            bar.update()


train()
