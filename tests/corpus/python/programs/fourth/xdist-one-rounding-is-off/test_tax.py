import pytest


def tax(amount):
    return round(amount * 0.19, 2)


@pytest.mark.parametrize("amount", range(12))
def test_never_negative(amount):
    assert tax(amount) >= 0


def test_of_half_cents():
    assert tax(2.5) == 0.48  # RAISES


def test_of_nothing():
    assert tax(0) == 0
