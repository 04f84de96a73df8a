import logging

logging.basicConfig(level=logging.INFO)


class Store:
    def __init__(self):
        self.open = True

    def write(self, key, value):
        raise OSError(28, "No space left on device", "/data/%s.bin" % key)

    def rollback(self):
        raise RuntimeError("rollback of a store that was never begun")  # RAISES


def save(store, items):
    for key, value in items:
        try:
            store.write(key, value)
        except OSError:
            store.rollback()


save(Store(), [("weights", b"1234")])
