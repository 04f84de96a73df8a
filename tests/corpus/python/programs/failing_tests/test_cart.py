import pytest


class Cart:
    def __init__(self):
        self.items = {}

    def add(self, name, count):
        if count < 1:
            raise ValueError("count must be positive")
        self.items[name] = self.items.get(name, 0) + count

    def total(self, prices):
        return sum(prices[n] * c for n, c in self.items.items())  # RAISES


@pytest.fixture
def cart():
    c = Cart()
    c.add("apple", 2)
    return c


def test_add_refuses_zero(cart):
    with pytest.raises(ValueError):
        cart.add("pear", 0)


def test_total(cart):
    assert cart.total({"apple": 3}) == 6


def test_total_without_price(cart):
    assert cart.total({"pear": 3}) == 0
