"""The command line from outside: exit codes, one sentence on stderr, nothing needed to start (contract 1)."""

import os
import shutil
import subprocess
import tempfile
import unittest

EXECUTABLE = os.environ["TASK_AGENT_EXECUTABLE"]
IS_STATIC = os.environ["TASK_AGENT_IS_STATIC"] == "1"


def call(*arguments, **options):
    return subprocess.run([EXECUTABLE, *arguments], capture_output=True, text=True, timeout=20, **options)


class CommandLine(unittest.TestCase):
    def assert_usage_error(self, result, *parts):
        self.assertEqual(result.returncode, 125, result)
        self.assertEqual(result.stdout, "")
        self.assertTrue(result.stderr.startswith("task-agent: "), result.stderr)
        self.assertEqual(result.stderr.count("\n"), 1, result.stderr)
        for part in parts:
            self.assertIn(part, result.stderr)

    def test_version_names_the_libraries_too(self):
        for spelling in ("version", "--version"):
            result = call(spelling)
            self.assertEqual((result.returncode, result.stderr), (0, ""))
            self.assertRegex(result.stdout, r"\Atask-agent \d+\.\d+\.\d+(, build id [0-9a-f]+)?\n")
            for library in ("Boost 1.", "OpenSSL ", "c-ares 1.", "fmt "):
                self.assertIn(library, result.stdout)

    def test_help_is_the_same_by_every_name(self):
        overview = call("help")
        self.assertEqual((overview.returncode, overview.stderr), (0, ""))
        self.assertIn("  version ", overview.stdout)
        for spelling in ("-h", "--help"):
            self.assertEqual(call(spelling).stdout, overview.stdout)
        of_version = call("help", "version")
        self.assertEqual(of_version.returncode, 0)
        self.assertIn("usage: task-agent version", of_version.stdout)
        for spelling in ("-h", "--help"):
            self.assertEqual(call("version", spelling).stdout, of_version.stdout)

    def test_every_listed_command_has_help(self):
        listed = [line.split()[0] for line in call("help").stdout.splitlines() if line.startswith("  ")]
        self.assertGreaterEqual(len(listed), 2)
        for name in listed:
            result = call("help", name)
            self.assertEqual(result.returncode, 0, name)
            self.assertTrue(result.stdout.startswith(f"usage: task-agent {name}"), result.stdout)

    def test_mistakes_exit_125_with_one_sentence(self):
        self.assert_usage_error(call(), "a command is missing", "task-agent help")
        self.assert_usage_error(call("versoin"), "versoin", "did you mean version?")
        self.assert_usage_error(call("help", "versoin"), "versoin", "did you mean version?")
        self.assert_usage_error(call("version", "extra"), '"extra"')
        self.assert_usage_error(call("version", "--no-such=secret"), "--no-such")
        self.assertNotIn("secret", call("version", "--no-such=secret").stderr)
        self.assert_usage_error(call("--no-such"), "--no-such")
        self.assert_usage_error(call("two\nlines"), "two lines")

    def test_a_full_disk_is_a_failure_and_said(self):
        with open("/dev/full", "w") as full:
            result = subprocess.run([EXECUTABLE, "help"], stdout=full, stderr=subprocess.PIPE, text=True, timeout=20)
        self.assertEqual(result.returncode, 125)
        self.assertEqual(result.stderr, "task-agent: stdout: No space left on device\n")

    def test_no_environment_and_no_arguments_at_all_do_no_harm(self):
        self.assertEqual(call("version", env={}).returncode, 0)
        # argv of length 0 cannot be made from here; an empty argv[0] can
        result = subprocess.run([""], executable=EXECUTABLE, capture_output=True, text=True, timeout=20)
        self.assert_usage_error(result, "a command is missing")

    def test_malformed_settings_do_not_disturb_version_and_help(self):
        result = call("version", env={"TASK_AGENT_STOP_GRACE": "x", "TASK_AGENT_NO_SUCH": "1"})
        self.assertEqual(result.returncode, 0)

    @unittest.skipUnless(IS_STATIC, "this build links shared libraries")
    def test_an_empty_root_is_enough(self):
        if os.geteuid() != 0:
            self.skipTest("chroot needs root")
        with tempfile.TemporaryDirectory() as root:
            os.chmod(root, 0o755)  # the user below is nobody's friend
            shutil.copy(EXECUTABLE, root)
            name = "/" + os.path.basename(EXECUTABLE)
            result = subprocess.run([name, "version"], preexec_fn=lambda: (os.chroot(root), os.chdir("/"), os.setuid(12345)),
                                    executable=name, env={}, capture_output=True, text=True, timeout=20)
            self.assertEqual((result.returncode, result.stderr), (0, ""))
            self.assertEqual(os.listdir(root), [os.path.basename(EXECUTABLE)])


if __name__ == "__main__":
    unittest.main()
