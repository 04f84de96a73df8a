import warnings

import pytest


@pytest.mark.xfail(reason="ZeroDivisionError: known defect #12", strict=True)
def test_division():
    assert 1 / 0


@pytest.mark.skip(reason="Error: needs a GPU")
def test_gpu():
    pass


def test_warns():
    warnings.warn("RuntimeError will be raised in 3.0", DeprecationWarning)


@pytest.mark.parametrize("n", range(6))
def test_error_case(n):
    with pytest.raises(ValueError, match="invalid literal"):
        int("x%d" % n)
