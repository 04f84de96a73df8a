from rich.traceback import install

install(width=100, show_locals=False)


def pick(weights, index):
    return weights[index]  # RAISES


def sample(weights):
    return [pick(weights, i) for i in range(4)]


def main():
    sample([0.2, 0.3, 0.5])


main()
