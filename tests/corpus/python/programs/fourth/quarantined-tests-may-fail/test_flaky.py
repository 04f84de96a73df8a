import threading
import time


def test_event_in_time():
    event = threading.Event()
    threading.Thread(target=lambda: (time.sleep(0.3), event.set())).start()
    assert event.wait(0.1), "no event within 0.1 s"


def test_clock():
    assert time.monotonic() > 0
