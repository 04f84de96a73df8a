import socket
import unittest


class StoreTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.store = socket.create_connection(("127.0.0.1", 6390), timeout=1)

    def test_put(self):
        self.store.send(b"SET a 1\r\n")

    def test_get(self):
        self.store.send(b"GET a\r\n")


class KeyTest(unittest.TestCase):
    def test_key(self):
        self.assertEqual("a:b", ":".join("ab"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
