"""Reads durations.

>>> seconds("2m")
120
>>> seconds("2x")
Traceback (most recent call last):
  ...
KeyError: 'x'
>>> seconds("")
Traceback (most recent call last):
  ...
IndexError: string index out of range
"""


def seconds(text):
    unit = text[-1]
    return int(text[:-1]) * {"s": 1, "m": 60, "h": 3600}[unit]
