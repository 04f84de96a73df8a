import logging
import unittest

logging.basicConfig(format="%(levelname)s %(message)s")


def guard(call):
    try:
        return call()
    except Exception:
        logging.getLogger().exception("guard: the call failed")
        return None


class Guard(unittest.TestCase):
    def test_error_gives_none(self):
        self.assertIsNone(guard(lambda: [][1]))

    @unittest.expectedFailure
    def test_value_is_kept(self):
        self.assertEqual(guard(lambda: 1), 2)

    def test_raises_ValueError(self):
        with self.assertRaisesRegex(ValueError, "invalid literal"):
            int("x")

    def test_logs_error(self):
        with self.assertLogs(level="ERROR") as logs:
            guard(lambda: {}["a"])
        self.assertIn("KeyError", logs.output[0])


unittest.main(verbosity=2)
