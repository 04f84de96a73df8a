import sys

try:
    {}["x"]
except KeyError:
    kind, value, _ = sys.exc_info()
    print("expected %s: %s, using the default" % (kind.__name__, value))
for i in range(22):
    print("default %d used" % i)
