import unittest

import rates


class Convert(unittest.TestCase):
    def test_same(self):
        self.assertEqual(rates.convert(100, 1), 100)

    def test_cents(self):
        self.assertEqual(rates.convert(1234, 1.0), 1234)


if __name__ == "__main__":
    unittest.main()
