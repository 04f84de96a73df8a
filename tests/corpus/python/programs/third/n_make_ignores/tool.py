import json
import sys


def strict():
    print("strict: 1 finding, ignored until January")
    sys.exit(1)


if "--strict" in sys.argv:
    strict()
