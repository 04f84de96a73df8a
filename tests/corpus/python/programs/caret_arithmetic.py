class Batch:
    def __init__(self, tokens):
        self.tokens = tokens
        self.weights = None


def scale(value, by):
    return value * by


def loss(batch):
    total = 0.0
    for i, token in enumerate(batch.tokens):
        total += scale(token, 0.5) + (batch.weights[i] * token) / len(batch.tokens)  # RAISES
    return total


def train(batches):
    return [loss(b) for b in batches]


print("epoch 1", flush=True)
print(train([Batch([1, 2, 3])]))
