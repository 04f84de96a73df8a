import sys

import pandas as pd


def totals(frame):
    return frame.groupby("region")["amount_eur"].sum()


def main(path):
    frame = pd.read_csv(path)
    print("read", len(frame), "rows,", frame["amount"].sum(), "in all", flush=True)
    for region, total in totals(frame).items():
        print(region, total)


main(sys.argv[1])
