"""Errors of the mirror.

They are raised like this:

    Traceback (most recent call last):
      File "mirror.py", line 40, in sync
    errors.Conflict: two versions of row 7
"""


class MirrorError(Exception):
    """Whatever the mirror raises."""


class Conflict(MirrorError):
    """Two versions of a row differ."""

    def __init__(self, row):
        super().__init__("two versions of row %d" % row)
