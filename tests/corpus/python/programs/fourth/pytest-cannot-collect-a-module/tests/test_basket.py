def test_sum():
    assert sum([1, 2]) == 3


def test_empty():
    assert sum([]) == 0
