"""Ratios.

>>> ratio(1, 4)
0.25
>>> ratio(1, 0)
Traceback (most recent call last):
    ...
ZeroDivisionError: division by zero
>>> ratio("a", 2)
Traceback (most recent call last):
  File "<stdin>", line 1, in <module>
TypeError: unsupported operand type(s) for /: 'str' and 'int'
"""


def ratio(a, b):
    return a / b
