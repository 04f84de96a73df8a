import logging
import traceback

import pytest

log = logging.getLogger("parser")


def parse(text):
    if not text.startswith("{"):
        raise ValueError("unexpected character %r at 0" % text[0])
    return {}


def test_refuses_plain_text(caplog):
    with pytest.raises(ValueError):
        parse("x")


def test_logs_the_refusal():
    try:
        parse("x")
    except ValueError:
        log.exception("refused as it should")


def test_prints_the_trace():
    try:
        parse("y")
    except ValueError:
        traceback.print_exc()


@pytest.mark.parametrize("error", [KeyError, OSError, RuntimeError])
def test_error_types(error):
    with pytest.raises(error):
        raise error("expected")
