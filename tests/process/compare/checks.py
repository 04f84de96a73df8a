"""The checks: what an init does with one command, seen from outside. Each is right or wrong, whoever is asked.

An init runs as PID 1 of a PID namespace of its own, as in a container; `Run` gives the command its place behind it.
"""

import os
import resource
import signal
import subprocess
import time

LIMIT = 60.0

# Prints the name of every signal it gets and goes on; SIGTERM ends it with 42.
RECORDER = """
import os, signal, sys
def note(number, frame):
    os.write(1, f"{number}\\n".encode())
    if number == signal.SIGTERM: os._exit(42)
for s in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP, signal.SIGCHLD, 32, 33}:
    try: signal.signal(s, note)
    except OSError: pass
os.write(1, b"ready\\n")
while True: signal.pause()
"""

FORWARDED = ["HUP", "INT", "QUIT", "USR1", "USR2", "ALRM", "WINCH", "CONT", "URG", "IO", "PWR", "VTALRM", "PROF",
             "RTMIN", "RTMAX"]


class Run:
    """`init CMD` as PID 1, started; `pid` is the init's number out here."""

    def __init__(self, init, command, **options):
        options.setdefault("stdin", subprocess.DEVNULL)
        self.process = subprocess.Popen(
            ["unshare", "--fork", "--pid", "--mount-proc", "--kill-child", *init, *command],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        self.process.stderr.close()

    @property
    def pid(self):
        with open(f"/proc/{self.process.pid}/task/{self.process.pid}/children") as children:
            return int(children.read().split()[0])

    def line(self):
        return self.process.stdout.readline().decode().strip()

    def send(self, number):
        os.kill(self.pid, number)

    def finish(self):
        out, _ = self.process.communicate(timeout=LIMIT)
        return self.process.returncode, out


def call(init, *command, **options):
    with Run(init, command, **options) as run:
        return run.finish()


def number(name):
    return {"RTMIN": signal.SIGRTMIN, "RTMAX": signal.SIGRTMAX}.get(name) or signal.Signals["SIG" + name]


def passes_code(code):
    return lambda init: call(init, "sh", "-c", f"exit {code}")[0] == code


def tells_death_by(name):
    def check(init):
        # no core files in somebody's folder
        limit = lambda: resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        return call(init, "sh", "-c", f"kill -{name} $$", preexec_fn=limit)[0] == 128 + number(name)
    return check


def forwards(name):
    def check(init):
        with Run(init, ["python3", "-c", RECORDER]) as run:
            if run.line() != "ready":
                return False
            run.send(number(name))
            heard = run.line()
            run.send(signal.SIGTERM)
            code, rest = run.finish()
            return heard == str(int(number(name))) and rest.split() == [b"15"] and code == 42
    return check


def forwards_stop_of_default(name):
    """A command that does nothing about the signal dies of it."""
    def check(init):
        with Run(init, ["sh", "-c", "echo ready; exec sleep 1000"]) as run:
            run.line()
            time.sleep(0.1)  # until sleep is what runs; either would do
            run.send(number(name))
            return run.finish()[0] == 128 + number(name)
    return check


def reaches_the_group(init):
    """The child of a shell that waits for it gets the signal too; one that got none ends by itself, some seconds on."""
    child = 'trap "echo child; exit" TERM; echo ready; i=0; while [ $((i+=1)) -lt 400 ]; do sleep 0.02; done'
    script = f"sh -c '{child}' & trap '' TERM; wait; exit 7"
    with Run(init, ["sh", "-c", script]) as run:
        run.line()
        run.send(signal.SIGTERM)
        code, out = run.finish()
        return code == 7 and b"child" in out


# Each subshell leaves its child behind at once; then the zombies are counted until there are none.
ORPHANS = """
i=0
while [ $i -lt 100 ]; do (true &); i=$((i+1)); done
i=0
while [ $i -lt 500 ] && grep -qs '^State:.Z' /proc/[0-9]*/status; do sleep 0.01; i=$((i+1)); done
grep -ls '^State:.Z' /proc/[0-9]*/status | wc -l
"""


def reaps_orphans(init):
    return call(init, "sh", "-c", ORPHANS) == (0, b"0\n")


def keeps_the_code_among_orphans(init):
    """The command's own code, though orphans end before and with it."""
    return call(init, "sh", "-c", "(sh -c 'exit 9' &) ; (sleep 0.05; exit 8) & sleep 0.1; exit 5")[0] == 5


def ends_with_the_command(init):
    """Not with its last descendant."""
    began = time.monotonic()
    code, _ = call(init, "sh", "-c", "(sleep 1000 >/dev/null 2>&1 &) ; exit 4")
    return code == 4 and time.monotonic() - began < 10


def missing_is_127(init):
    return call(init, "/no/such/command")[0] == 127


def not_runnable_is_126(init):
    return call(init, "/etc/passwd")[0] == 126


def passes_arguments(init):
    return call(init, "printf", "%s|", "a b", "", "--", "-x", "*", b"\xff") == (0, b"a b||--|-x|*|\xff|")


def passes_output(init):
    return call(init, "head", "-c", "3000000", "/dev/zero") == (0, bytes(3000000))


def passes_input(init):
    with Run(init, ["cat"], stdin=subprocess.PIPE) as run:
        out, _ = run.process.communicate(b"x\0y" * 100_000, timeout=LIMIT)
        return out == b"x\0y" * 100_000 and run.process.returncode == 0


def passes_environment(init):
    # what it adds for runtimes where that is not set can be turned off
    init = [*init[:2], "--no-runtime-env", *init[2:]] if init[1:2] == ["run"] else init
    env = {"PATH": os.environ["PATH"], "ODD": "a=b c", "EMPTY": ""}
    code, out = call(init, "env", "-0", env=env)
    return code == 0 and sorted(out.split(b"\0")) == sorted([b"", *(f"{k}={v}".encode() for k, v in env.items())])


def passes_folder_and_umask(init):
    code, out = call(init, "sh", "-c", "pwd; umask", cwd="/usr/lib", umask=0o027)
    return (code, out.split()) == (0, [b"/usr/lib", b"0027"])


def gives_a_clean_signal_mask(init):
    code, out = call(init, "grep", "SigBlk", "/proc/self/status")
    return code == 0 and int(out.split()[1], 16) == 0


def keeps_ignored_signals(init):
    """nohup works through it, and nothing else is ignored."""
    ignore = lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN)
    code, out = call(init, "grep", "SigIgn", "/proc/self/status", preexec_fn=ignore, restore_signals=True)
    return code == 0 and int(out.split()[1], 16) == 1


def leaves_no_descriptor(init):
    code, out = call(init, "sh", "-c", "ls /proc/$$/fd")
    return code == 0 and out.split() == [b"0", b"1", b"2"]


def forwards_while_orphans_come(init):
    script = "trap 'exit 6' TERM; echo ready; while :; do (sleep 0.01 &); done"
    with Run(init, ["sh", "-c", script]) as run:
        run.line()
        run.send(signal.SIGTERM)
        return run.finish()[0] == 6


CHECKS = {
    **{f"passes exit code {code}": passes_code(code) for code in (0, 1, 42, 255)},
    **{f"tells death by SIG{name}": tells_death_by(name) for name in ("TERM", "KILL", "SEGV", "ABRT", "PIPE")},
    "tells a missing command by 127": missing_is_127,
    "tells one that cannot run by 126": not_runnable_is_126,
    **{f"forwards SIG{name}": forwards(name) for name in FORWARDED},
    **{f"SIG{name} ends a plain command": forwards_stop_of_default(name) for name in ("TERM", "INT", "HUP")},
    "signals reach the whole group": reaches_the_group,
    "forwards while orphans come": forwards_while_orphans_come,
    "reaps 100 orphans": reaps_orphans,
    "keeps the code among orphans": keeps_the_code_among_orphans,
    "ends with the command": ends_with_the_command,
    "passes arguments byte for byte": passes_arguments,
    "passes 3 MB of output": passes_output,
    "passes input": passes_input,
    "passes the environment": passes_environment,
    "passes folder and umask": passes_folder_and_umask,
    "gives a clean signal mask": gives_a_clean_signal_mask,
    "keeps ignored signals ignored": keeps_ignored_signals,
    "leaves no descriptor open": leaves_no_descriptor,
}
