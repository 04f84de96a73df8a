"""A start failure says why in one sentence, with the exit code of a shell (contract 1 and 4)."""

import os
import resource
import struct
import subprocess

from agent import EXECUTABLE, Case, call, clean_environment, main, needs_root, started

AARCH64 = 0xB7


def elf(machine):
    """A whole header of an executable of that machine; the kernel refuses it at e_machine."""
    ident = b"\x7fELF\x02\x01\x01" + bytes(9)
    return ident + struct.pack("<HHIQQQIHHHHHH", 2, machine, 1, 0, 64, 0, 0, 64, 56, 0, 0, 0, 0)


class StartFailure(Case):
    def assert_explained(self, done, code, sentence):
        self.assertEqual(done.stderr, f"task-agent: error: {sentence}\n")
        self.assertEqual((done.returncode, done.stdout), (code, ""))

    def test_no_such_file_and_no_such_command(self):
        tool = self.path("tool")
        self.assert_explained(call(tool), 127, f"cannot start {tool}: no such file")
        self.assert_explained(call("no-such-command"), 127,
                              "cannot start no-such-command: not found in any folder of PATH")

    def test_a_missing_interpreter_of_a_script_is_named(self):
        tool = self.write("tool", "#!/opt/none/python3 -u\n")
        self.assert_explained(call(tool), 127,
                              f"cannot start {tool}: {tool} needs the interpreter /opt/none/python3, which is missing")
        windows = self.write("windows", "#!/bin/sh\r\necho\r\n")
        done = call(windows)
        self.assertEqual(done.returncode, 127)
        self.assertIn("/bin/sh\\r (the file has Windows line ends), which is missing", done.stderr)

    def test_a_missing_loader_of_a_program_is_named(self):
        with open("/bin/ls", "rb") as file:
            image = file.read()
        at = image.index(b"/lib64/ld-linux") if b"/lib64/ld-linux" in image else image.index(b"/lib/ld-linux")
        end = image.index(b"\0", at)
        loader = image[at:end]
        tool = self.write("tool", image[:at] + loader[:-1] + b"X" + image[end:])
        missing = (loader[:-1] + b"X").decode()
        self.assert_explained(call(tool), 127,
                              f"cannot start {tool}: {tool} needs the interpreter {missing}, which is missing")

    def test_an_interpreter_that_may_not_run_is_named(self):
        interpreter = self.write("interpreter", "x", 0o644)
        tool = self.write("tool", f"#!{interpreter}\n")
        self.assert_explained(call(tool), 126,
                              f"cannot start {tool}: no permission to execute the interpreter {interpreter} of {tool}")

    def test_a_dead_link_is_called_one(self):
        os.symlink("/opt/none", self.path("link"))
        link = self.path("link")
        self.assert_explained(call(link), 127,
                              f"cannot start {link}: {link} is a symbolic link to /opt/none, which is missing")

    def test_the_wrong_architecture_is_named_in_words(self):
        if os.uname().machine != "x86_64":
            self.skipTest("the file is foreign only to x86-64")
        tool = self.write("tool", elf(AARCH64))
        self.assert_explained(call(tool), 126, f"cannot start {tool}: {tool} is built for 64-bit ARM (aarch64), "
                                               "and this machine is x86-64")

    def test_a_script_of_a_foreign_interpreter_is_not_run_by_the_shell(self):
        foreign = self.write("foreign", elf(AARCH64))
        tool = self.write("tool", f"#!{foreign}\necho ran by a shell\n")
        done = call(tool)
        self.assertEqual((done.returncode, done.stdout), (126, ""))
        self.assertIn(foreign, done.stderr)

    def test_a_directory_and_a_mode_without_execution(self):
        self.assert_explained(call(self.folder), 126, f"cannot start {self.folder}: {self.folder} is a directory")
        tool = self.write("tool", "#!/bin/sh\n", 0o644)
        self.assert_explained(call(tool), 126,
                              f"cannot start {tool}: no permission to execute {tool} (its mode is 0644)")

    @needs_root
    def test_a_folder_on_the_way_that_the_user_may_not_enter(self):
        closed = self.path("closed")
        os.mkdir(closed, 0o700)
        tool = self.write("closed/tool", "#!/bin/sh\n")
        self.assert_explained(call("--user", "12345", tool), 126,
                              f"cannot start {tool}: no permission to enter the folder {closed}")
        self.assert_explained(call("--user", "12345", "--workdir", closed, "true"), 125,
                              f"cannot enter the working directory {closed}: no permission to enter it")

    @needs_root
    def test_a_noexec_mount_is_named_by_its_mount_point(self):
        mount = self.path("mount point")
        os.mkdir(mount)
        script = ('mount -t tmpfs -o noexec none "$1" && cp /bin/true "$1/tool" && exec "$2" run "$1/tool"')
        done = subprocess.run(["unshare", "-m", "sh", "-c", script, "sh", mount, EXECUTABLE], capture_output=True,
                              text=True, env=clean_environment(), timeout=20, stdin=subprocess.DEVNULL)
        if "unshare failed" in done.stderr or "mount:" in done.stderr:
            self.skipTest("cannot mount here: " + done.stderr.strip())
        tool = f"{mount}/tool"
        self.assert_explained(done, 126, f"cannot start {tool}: {tool} lies on {mount}, which is mounted noexec")

    def test_arguments_that_are_too_long_together_are_measured(self):
        # What the agent was started with, its workload can be started with too. So the limit, a quarter of the stack's,
        # is lowered while the agent waits for its config file.
        config = self.path("config")
        os.mkfifo(config)
        words = ["x" * 50_000] * 4
        with started("--config", config, "--", "true", *words) as run:
            with open(config, "w") as file:  # once it is open, the agent reads
                resource.prlimit(run.pid, resource.RLIMIT_STACK, (512 * 1024, 512 * 1024))
                file.write("{}")
            out, err = run.communicate(timeout=20)
        self.assertEqual((run.returncode, out), (126, ""))
        self.assertRegex(err, r"\Atask-agent: error: cannot start true: arguments and environment take 20\d{4} bytes, "
                              r"and 131072 are allowed\n\Z")

    @needs_root
    def test_too_many_processes_of_the_user_is_told_with_the_limit(self):
        def few_processes():
            resource.setrlimit(resource.RLIMIT_NPROC, (1, 1))
            os.setgroups([])
            os.setgid(54321)
            os.setuid(54321)

        # a build with the leak checker would want a thread of its own for it
        environment = {**clean_environment(), "ASAN_OPTIONS": "detect_leaks=0"}
        done = subprocess.run([EXECUTABLE, "run", "true"], capture_output=True, text=True, env=environment,
                              timeout=20, stdin=subprocess.DEVNULL, preexec_fn=few_processes, cwd="/")
        self.assertEqual((done.returncode, done.stderr), (
            125, "task-agent: error: cannot start true: too many processes: user 54321 may have 1 (ulimit -u)\n"))

    def test_a_file_that_is_being_written_is_called_so(self):
        with open("/bin/true", "rb") as file:
            tool = self.write("tool", file.read())
        with open(tool, "r+b"):
            self.assert_explained(call(tool), 126,
                                  f"cannot start {tool}: {tool} is being written to (open for writing somewhere)")


if __name__ == "__main__":
    main()
