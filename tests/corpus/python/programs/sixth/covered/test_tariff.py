import unittest
import warnings

from tariff import price


class Tariff(unittest.TestCase):
    def test_negative(self):
        with self.assertRaisesRegex(ValueError, "negative"):
            price(-1, "day")

    def test_deprecated(self):
        with self.assertWarns(DeprecationWarning):
            warnings.warn("price() without plan is deprecated", DeprecationWarning)

    @unittest.expectedFailure
    def test_error_of_unknown_plan(self):
        with self.assertRaises(LookupError):
            price(3, "weekend")


if __name__ == "__main__":
    unittest.main()
