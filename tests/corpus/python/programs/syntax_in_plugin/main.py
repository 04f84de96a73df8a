import importlib
import sys

sys.path.insert(0, "/app")


def load(names):
    return [importlib.import_module("plugins." + name) for name in names]


if __name__ == "__main__":
    print("loading plugins")
    sys.stdout.flush()
    load(["clean", "broken"])
