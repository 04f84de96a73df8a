import pytest


def test_names():
    assert "a.b".split(".") == ["a", "b"]


def test_put(queue):
    assert queue.poll() is None


@pytest.mark.skip(reason="slow")
def test_long(queue):
    pass
