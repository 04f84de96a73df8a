import torch
from torch.utils.data import DataLoader, Dataset


class Clips(Dataset):
    def __init__(self):
        self.lengths = [16, 16, 16, 16, 12, 16]

    def __len__(self):
        return len(self.lengths)

    def __getitem__(self, i):
        return torch.zeros(self.lengths[i], 4)


def epoch(loader):
    for step, batch in enumerate(loader):
        print("step %d loss %.3f" % (step, batch.mean()), flush=True)


if __name__ == "__main__":
    print("torch", torch.__version__.split("a")[0], "cpu")
    epoch(DataLoader(Clips(), batch_size=2, num_workers=1))
