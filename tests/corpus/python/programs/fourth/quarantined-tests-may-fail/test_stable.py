def test_order():
    assert sorted([2, 1]) == [1, 2]
