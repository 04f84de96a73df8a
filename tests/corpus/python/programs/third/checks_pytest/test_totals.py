import json

import pytest


@pytest.fixture
def ledger():
    return json.loads('{"in": [40, 2, 7], "out": [41, 7]}')


def total(rows):
    return sum(rows)


def test_no_negative_rows(ledger):
    assert all(v >= 0 for v in ledger["in"] + ledger["out"])


@pytest.mark.parametrize("error", ["Traceback", "ERROR", ""])
def test_names_are_free(error):
    assert isinstance(error, str)


def test_in_equals_out(ledger):
    print("checking 2 columns")
    assert total(ledger["in"]) == total(ledger["out"])  # RAISES
