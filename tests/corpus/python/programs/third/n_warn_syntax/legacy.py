import re
import sys


def codes(text):
    return [m for m in re.findall("\d+", text) if m is not ""]


print(codes("error 404, error 500"))
sys.stderr.write("legacy: note: Error codes are counted, not raised\n")
