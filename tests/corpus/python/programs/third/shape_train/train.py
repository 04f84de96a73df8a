import sys

import torch
from tqdm import tqdm

torch.manual_seed(3)


class Head(torch.nn.Module):
    def __init__(self, width):
        super().__init__()
        self.lift = torch.nn.Linear(width, 8)

    def forward(self, x):
        return torch.relu(self.lift(x))  # FIRST


head = Head(32)
for step in tqdm(range(40), desc="train", file=sys.stderr, mininterval=0, ncols=60, ascii=True):
    width = 32 if step < 7 else 40
    head(torch.rand(16, width)).sum().backward()
