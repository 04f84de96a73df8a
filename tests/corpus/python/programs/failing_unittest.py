import unittest


def total(prices, basket):
    return sum(prices[n] * c for n, c in basket.items())


class TotalTest(unittest.TestCase):
    def test_one(self):
        self.assertEqual(total({"a": 2}, {"a": 3}), 6)

    def test_two(self):
        self.assertEqual(total({"a": 2, "b": 1}, {"a": 3, "b": 1}), 8)  # RAISES

    def test_three(self):
        self.assertEqual(total({}, {}), 0)


unittest.main()
