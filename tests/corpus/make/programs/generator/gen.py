import json
import sys

with open(sys.argv[1]) as file:
    for name, value in json.load(file).items():
        print("#define", name.upper(), value)
