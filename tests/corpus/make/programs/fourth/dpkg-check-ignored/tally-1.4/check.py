import subprocess
import unittest


class TallyTest(unittest.TestCase):
    def test_empty(self):
        self.assertEqual(subprocess.run(["./tally", "/dev/null"], capture_output=True).stdout, b"0 /dev/null\n")

    def test_several_files(self):
        self.assertEqual(subprocess.run(["./tally", "tally", "/dev/null"], capture_output=True).stdout.count(b"\n"), 2)


unittest.main()
