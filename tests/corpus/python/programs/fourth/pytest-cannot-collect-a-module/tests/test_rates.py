from pricing.rates import rate


def test_euro():
    assert rate("EUR") == 1
