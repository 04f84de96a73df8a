"""Sums a feed."""
import csv
import sys


def amounts(path):
    with open(path, encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            yield float(row["amount"])


print("sum: %.2f" % sum(amounts(sys.argv[1])))
