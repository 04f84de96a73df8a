import sys

ROWS = ["nut", "größe", "bolt"]


def report(rows, out):
    for n, row in enumerate(rows):
        out.write("%d: %s\n" % (n, row))  # RAISES
        out.flush()


report(ROWS, sys.stdout)
