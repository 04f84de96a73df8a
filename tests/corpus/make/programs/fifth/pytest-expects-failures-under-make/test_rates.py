import pytest

from rates import factor


def test_point():
    assert factor("0.94") == 0.94


def test_comma():
    assert factor("0,94") == 0.94


def test_refuses():
    with pytest.raises(ValueError, match="could not convert"):
        factor("n/a")


@pytest.mark.xfail(reason="ValueError: thousands are not understood, see 118", raises=ValueError)
def test_thousands():
    assert factor("1'000.5") == 1000.5


@pytest.mark.xfail(reason="FATAL in the old parser", strict=False)
def test_spaces():
    assert factor(" 2 ") == 2


@pytest.mark.skip(reason="connection refused: no server of rates here")
def test_server():
    raise ConnectionRefusedError
