import unittest

from hypothesis import Verbosity, given, settings
from hypothesis import strategies as st


class RatioError(ArithmeticError):
    pass


def ratio(part, whole):
    if whole == 0:
        raise RatioError("whole is zero, part is %d" % part)
    return part / whole


class Ratio(unittest.TestCase):
    @settings(database=None, derandomize=True, max_examples=8, verbosity=Verbosity.verbose)
    @given(st.integers(-3, 3), st.integers(-1, 1))
    def test_zero(self, part, whole):
        if whole == 0:
            with self.assertRaises(RatioError):
                ratio(part, whole)
        else:
            self.assertEqual(ratio(part, whole) * whole, part)

    @unittest.expectedFailure
    def test_float(self):
        self.assertEqual(ratio(1, 3) * 3 - 1, 1e-17)


unittest.main(verbosity=2)
