import unittest

from hypothesis import given, settings
from hypothesis import strategies as st


def pack(text):
    return text.encode("utf-8").replace(b"\x00", b"")


class Codec(unittest.TestCase):
    def test_plain(self):
        self.assertEqual(pack("abc"), b"abc")

    @settings(database=None, derandomize=True, max_examples=300)
    @given(st.text())
    def test_round_trip(self, text):
        self.assertEqual(pack(text).decode("utf-8"), text)


if __name__ == "__main__":
    unittest.main(verbosity=2)
