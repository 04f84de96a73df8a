"""Counts what a service logged in a day."""
import collections
import random

draw = random.Random(11)
KINDS = ["KeyError: 'id'", "TimeoutError: read timed out", "ValueError: month must be in 1..12", "ok"]
count = collections.Counter(draw.choices(KINDS, [3, 9, 1, 400], k=20000))
for kind, number in count.most_common():
    print("%6d  %s" % (number, kind))
print("error share %.2f %%" % (100 - count["ok"] / 200))
for hour in range(24):
    print("hour %02d errors %d" % (hour, draw.randrange(60)))
