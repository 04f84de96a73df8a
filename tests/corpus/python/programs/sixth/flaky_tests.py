import itertools
import json

import pytest

answers = itertools.cycle(["", "{", '{"state": "ready"}'])


@pytest.fixture
def broker():
    return {"host": "127.0.0.1", "port": 5672}


def test_state_becomes_ready(broker):
    assert json.loads(next(answers))["state"] == "ready"


def test_port(broker):
    assert broker["port"] == 5672


@pytest.mark.xfail(raises=ZeroDivisionError, reason="empty windows are not handled before 3.0", strict=True)
def test_rate_of_an_empty_window():
    assert 0 / len([]) == 0


def test_error_of_an_unknown_queue(broker):
    with pytest.raises(KeyError, match="no such queue"):
        raise KeyError("no such queue: tariffs")
