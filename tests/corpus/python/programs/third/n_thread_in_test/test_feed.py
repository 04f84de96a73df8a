import threading
import warnings


def late():
    raise BrokenPipeError(32, "Broken pipe")


def test_reader_outlives_writer():
    thread = threading.Thread(target=late)
    thread.start()
    thread.join()
    assert not thread.is_alive()


def test_old_name_warns():
    warnings.warn("Error.code is gone in 4.0", DeprecationWarning)


def test_good():
    assert True
