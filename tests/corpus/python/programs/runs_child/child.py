import sys


def parse(name):
    if name.startswith("b"):
        raise ValueError("%s: header has 3 columns, rows have 4" % name)
    return name


print("parsed", parse(sys.argv[1]))
