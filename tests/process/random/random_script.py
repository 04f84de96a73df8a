"""Draws the workload of a random run, and says what must come of it. random_program.cpp carries it out.

The agent shows a stream of the workload byte for byte, so a stream is drawn in one of two ways. Exact: only processes
that are waited for write, one after the other, and the whole is known beforehand. Frames: anybody writes at any time,
each write a frame of its own with tag and number, small enough to be atomic; the record says which were written.
"""

import signal
import struct

BLOCK = 1 << 20  # of random bytes, that all output is taken from
FRAME = struct.Struct("=3sBIII")  # "FRM", tag, sequence, offset, length
TAGS = 200
DEEPEST = 3
DEADLY = [signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGILL, signal.SIGABRT, signal.SIGFPE, signal.SIGKILL,
          signal.SIGUSR1, signal.SIGSEGV, signal.SIGUSR2, signal.SIGPIPE, signal.SIGALRM, signal.SIGTERM, signal.SIGRTMIN + 1,
          signal.SIGRTMAX]
IGNORED = [signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGUSR1, signal.SIGPIPE]
FORWARDED = [signal.SIGHUP, signal.SIGUSR1, signal.SIGUSR2, signal.SIGALRM, signal.SIGRTMIN + 2, signal.SIGRTMAX]
SIGKILL_CODE = 128 + signal.SIGKILL
TIMEOUT_CODE = 124


class Writer:
    """The frames of one tag."""

    def __init__(self, fd, count, length, offset, is_waited_for):
        self.fd, self.count, self.length, self.offset, self.is_waited_for = fd, count, length, offset, is_waited_for


class Process:
    """What is known of a process while its actions are drawn; a child begins as a copy of its parent."""

    def __init__(self, parent=None, is_waited_for=True, is_leftover=False):
        self.is_first = parent is None
        self.depth = 0 if parent is None else parent.depth + 1
        self.is_waited_for = is_waited_for and (parent is None or parent.is_waited_for)
        self.is_leftover = is_leftover
        self.open = {1, 2} if parent is None else set(parent.open)
        self.ignored = set() if parent is None else set(parent.ignored)


class Script:
    """One run: text (the workload's actions), options (the agent's), and from outside a signal after a delay."""

    def __init__(self, random):
        self.random = random
        # what happens from outside: nothing, a stop signal, another signal, --timeout
        self.kind = random.choices(["alone", "stop", "signal", "timeout"], [64, 22, 7, 7])[0]
        self.signal = {"alone": 0, "stop": random.choice([signal.SIGTERM, signal.SIGTERM, signal.SIGINT]),
                       "signal": random.choice(FORWARDED), "timeout": signal.SIGTERM}[self.kind]
        self.delay = random.choice([0, 0.002, 0.01, 0.05, 0.15]) * random.random()
        # 2 s for whoever ignores SIGTERM, so seldom
        self.is_stubborn = random.random() < 0.04
        self.has_leftovers = random.random() < 0.4
        self.is_exact = {fd: self.kind == "alone" and random.random() < 0.5 for fd in (1, 2)}
        self.exact = {1: [], 2: []}  # pieces of the block
        self.writers = []
        self.own_code = 0
        first = Process()
        self.text = self.actions(first) + self.end_of_first(first)
        self.options = self.draw_options(first)
        self.reads_late = 0.1 if random.random() < 0.03 else 0

    def __str__(self):
        return (f"{self.kind} {int(self.signal)} after {self.delay:.4f} s, agent {' '.join(self.options)}, "
                f"code {self.own_code}\n  {self.text}")

    def draw_options(self, first):
        # whoever does not ignore the signal must end by it and not by the grace, also on a busy machine
        grace = "100ms" if self.signal in first.ignored else "3s"
        options = [f"--stop-grace={grace}"]
        if self.kind == "stop" and self.signal in first.ignored and self.random.random() < 0.3:
            options.append("--stop-budget=4s")
        if self.kind == "timeout":
            options.append(f"--timeout={self.random.randint(20, 200)}ms")
        return options

    # --- the actions of a process

    def actions(self, process):
        random = self.random
        text = ""
        if not process.is_first and random.random() < 0.3:
            text += random.choice(["s ", "g "])
        for _ in range(random.randint(0, random.choice([3, 6, 9]))):
            text += random.choices(
                [self.write, self.waited_child, self.background, self.daemon, self.continued_child, self.ignore,
                 self.close, self.pause, self.stop],
                [6, 2, 2, 1, 0.6, 0.8, 0.3, 0.7, 0.5])[0](process)
        return text

    def write(self, process):
        if not process.open:
            return ""
        fd = self.random.choice(sorted(process.open))
        if self.is_exact[fd]:
            return self.write_exactly(process, fd)
        return self.write_frames(process, fd)

    def write_exactly(self, process, fd):
        if not process.is_waited_for:
            return ""
        random = self.random
        length = random.randint(1, random.choice([10, 100, 5000, 70_000, 300_000]))
        offset = random.randint(0, BLOCK - length)
        piece = random.choice([length, random.randint(1 + length // 50, length)])
        self.exact[fd].append((offset, length))
        return f"{'o' if fd == 1 else 'e'} {offset} {length} {piece} "

    def write_frames(self, process, fd):
        random = self.random
        if len(self.writers) == TAGS:
            return ""
        count = random.randint(1, random.choice([3, 30, 200]))
        length = random.randint(0, random.choice([20, 200, 4096 - FRAME.size]))
        offset = random.randint(0, BLOCK - length - count)
        pause = random.randint(1, 2000) if count <= 30 and random.random() < 0.2 else 0
        self.writers.append(Writer(fd, count, length, offset, process.is_waited_for))
        return f"f {fd} {len(self.writers) - 1} {count} {length} {offset} {pause} "

    def child(self, process, is_waited_for, is_leftover=False):
        if process.depth == DEEPEST:
            return None
        child = Process(process, is_waited_for, is_leftover)
        return "{" + self.actions(child) + self.end_of_child(child) + "} "

    def waited_child(self, process):
        block = self.child(process, is_waited_for=True)
        return "w" + block if block else ""

    def background(self, process):
        block = self.child(process, is_waited_for=False, is_leftover=self.has_leftovers and self.random.random() < 0.6)
        return "b" + block if block else ""

    def daemon(self, process):
        block = self.child(process, is_waited_for=False, is_leftover=self.has_leftovers and self.random.random() < 0.6)
        return "d" + block if block else ""

    def continued_child(self, process):
        if process.depth == DEEPEST:
            return ""
        child = Process(process, is_waited_for=True)
        return "P{" + self.actions(child) + "p " + self.write(child) + self.end_of_child(child) + "} "

    def ignore(self, process):
        number = self.random.choice(IGNORED)
        process.ignored.add(number)
        return f"i {int(number)} "

    def close(self, process):
        if not process.open:
            return ""
        fds = self.random.choice([sorted(process.open), [self.random.choice(sorted(process.open))]])
        process.open -= set(fds)
        return "".join(f"c {fd} " for fd in fds)

    def pause(self, process):
        return f"m {self.random.randint(0, 20)} "

    def stop(self, process):
        if self.is_stopped_from_outside() or not process.is_waited_for:
            return "p "  # the agent has to continue it
        # another signal could end the one that is to continue it
        return "b{C} p " if process.is_first and self.kind == "alone" else ""

    # --- its end

    def end_of_child(self, process):
        random = self.random
        if process.is_leftover and (self.is_stubborn or signal.SIGTERM not in process.ignored):
            return "z"
        return random.choices(["", f"x {random.randint(0, 255)}", f"k {int(random.choice(DEADLY))}"], [60, 25, 15])[0]

    def end_of_first(self, process):
        random = self.random
        if self.is_stopped_from_outside() and random.random() < 0.6:
            return "z"
        if self.kind != "alone":
            return f"m {random.randint(0, 100)} " + self.own_end()
        return self.own_end()

    def own_end(self):
        random = self.random
        if random.random() < 0.3:
            number = random.choice(DEADLY)
            self.own_code = 128 + number
            return f"k {int(number)}"
        self.own_code = 0 if random.random() < 0.3 else random.randint(0, 255)
        return f"x {self.own_code}"

    # --- what may come of it

    def is_stopped_from_outside(self):
        return self.kind in ("stop", "timeout")

    def codes(self, record):
        """The exit codes that are right, given what the workload noted."""
        codes = set()
        if record.is_ending:
            codes.add(self.own_code)
            if self.kind == "timeout" and self.own_code == 0:
                codes.add(TIMEOUT_CODE)
        if self.kind != "alone" and not record.has_ignored(self.signal):
            codes.add(128 + self.signal)
        if self.kind in ("stop", "signal") and not record.process_count:
            codes.add(-self.signal)  # it was there before the agent's first instruction
        if self.is_stopped_from_outside() and record.may_ignore(self.signal):
            codes.add(SIGKILL_CODE)
        return codes

    def complaints(self, fd, output, block, record):
        """What is wrong with a stream, in sentences."""
        if self.is_exact[fd]:
            expected = b"".join(block[offset:offset + length] for offset, length in self.exact[fd])
            return [] if output == expected else [f"{len(output)} bytes on {fd} instead of {len(expected)}, equal up to "
                                                  f"{common_prefix(output, expected)}"]
        return self.complaints_of_frames(fd, output, block, record)

    def complaints_of_frames(self, fd, output, block, record):
        seen = [0] * len(self.writers)
        at = 0
        while at < len(output):
            if at + FRAME.size > len(output):
                return [f"{len(output) - at} bytes at the end of {fd} are no frame: {output[at:]!r}"]
            magic, tag, sequence, offset, length = FRAME.unpack_from(output, at)
            if magic != b"FRM" or tag >= len(self.writers):
                return [f"no frame at byte {at} of {fd}: {output[at:at + 80]!r}"]
            writer = self.writers[tag]
            if (writer.fd, seen[tag], writer.offset + seen[tag], writer.length) != (fd, sequence, offset, length):
                return [f"tag {tag}: frame {sequence} at byte {at} of {fd} where {seen[tag]} should be"]
            begin = at + FRAME.size
            if output[begin:begin + length] != block[offset:offset + length]:
                return [f"tag {tag}: frame {sequence} at byte {at} of {fd} is changed"]
            seen[tag] += 1
            at = begin + length
        found = []
        for tag, writer in enumerate(self.writers):
            if writer.fd != fd:
                continue
            least, most = record.frames(tag)
            if self.kind == "alone" and writer.is_waited_for:
                least = max(least, 0 if record.frames(tag) == (0, 0) else writer.count)
            if not least <= seen[tag] <= most:
                found.append(f"tag {tag}: {seen[tag]} frames on {fd}, of {least} to {most}")
        return found


def common_prefix(a, b):
    for i, (x, y) in enumerate(zip(a, b)):
        if x != y:
            return i
    return min(len(a), len(b))
