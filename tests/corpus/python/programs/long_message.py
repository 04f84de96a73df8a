class ShapeError(ValueError):
    pass


def check(row):
    if len(row) != 64:
        raise ShapeError("row of %d values, not 64: %r" % (len(row), row))  # RAISES


print("checking rows")
check([0.0] * 64)
check([i / 7.0 for i in range(900)])
