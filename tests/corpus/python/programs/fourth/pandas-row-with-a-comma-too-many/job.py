import argparse
import sys

import pandas as pd


def load(path):
    print("reading", path, flush=True)
    return pd.read_csv(path, dtype={"sku": str})


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tables", nargs="+")
    frames = [load(path) for path in parser.parse_args().tables]
    pd.concat(frames).to_csv("all.csv")


if __name__ == "__main__":
    sys.exit(main())
