"""The line that ends tests/run, from a real ctest run over each way a test can end."""

import os
import subprocess
import sys
import tempfile
import unittest

TALLY = os.path.join(os.path.dirname(os.path.abspath(__file__)), "tally.py")

WAYS = {
    "passes": "add_test({} /bin/true)",
    "fails": "add_test({} /bin/false)",
    "skips": """add_test({0} /bin/sh -c "echo 'no such tool'; exit 77")
                set_tests_properties({0} PROPERTIES SKIP_RETURN_CODE 77)""",
    "hangs": "add_test({0} /bin/sleep 60)\nset_tests_properties({0} PROPERTIES TIMEOUT 1)",
    "was_not_built": "add_test({} /nonexistent/test)",
}


class Tally(unittest.TestCase):
    def tally(self, *ways, broken=0):
        with tempfile.TemporaryDirectory() as folder:
            with open(f"{folder}/CTestTestfile.cmake", "w", encoding="utf-8") as file:
                file.writelines(WAYS[way].format(way) + "\n" for way in ways)
            subprocess.run(["ctest", "--output-junit", f"{folder}/j.xml"], cwd=folder, capture_output=True, check=False)
            run = subprocess.run([sys.executable, "-B", TALLY, str(broken), f"{folder}/j.xml"], capture_output=True, text=True,
                                 check=False)
        return run.stdout.splitlines(), run.returncode

    def test_success_is_one_line_and_code_0(self):
        self.assertEqual(self.tally("passes"), (["1 passed, 0 failed, 0 skipped"], 0))

    def test_each_way_to_end_is_counted_for_what_it_is(self):
        lines, code = self.tally(*WAYS)
        self.assertEqual(lines[-1], "1 passed, 3 failed, 1 skipped")
        self.assertEqual(code, 1)
        self.assertIn("skipped skips: no such tool", lines)
        self.assertTrue(any(line.startswith("failed was_not_built ") for line in lines), lines)

    def test_a_broken_build_and_no_test_at_all_are_failures(self):
        self.assertEqual(self.tally("passes", broken=1), (["1 passed, 1 failed, 0 skipped"], 1))
        self.assertEqual(self.tally("skips")[1], 1)


if __name__ == "__main__":
    unittest.main()
