import logging
import unittest


def load(path):
    try:
        return open(path).read()
    except OSError:
        logging.getLogger("load").exception("cannot load")


class LoadErrorTest(unittest.TestCase):
    def test_error_is_logged(self):
        with self.assertLogs("load", "ERROR") as seen:
            load("/app/none")
        print("logged as expected:\n" + seen.output[0])

    def test_subtests(self):
        for kind in (ValueError, KeyError, OSError):
            with self.subTest(kind=kind.__name__), self.assertRaises(kind):
                raise kind("expected")


unittest.main(verbosity=2)
