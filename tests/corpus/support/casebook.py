"""Records the cases of one language folder: runs a program, keeps its log, and writes a label that the log bears out.

A `make` file opens a Casebook, names its cases one after another and calls finish(). A program runs in /app (a mount of
its own, so that no path of this machine is printed) on a machine called `host`. Every label is checked against the log
before it is written: the type, the message and the frame must be found between the first and the last line it names.
Needs root for the mount. Nothing here runs in CI: the recordings are committed.
"""
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

ENVIRONMENT = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/home/app", "LC_ALL": "C.UTF-8", "TZ": "UTC",
               "PYTHONDONTWRITEBYTECODE": "1"}
ENTER = 'hostname host; mount --bind "$0" /app; cd /app; exec "$@"'
MARK = re.compile(rb"\s*(?:#|//|--|%+|\(\*|;)\s*(RAISES|ROOT|FIRST|OTHER)\s*(?:\*\))?$")


class Casebook:
    def __init__(self, make_file, language, frame, first="", packages=None, replace=()):
        """`frame`: how the runtime prints one, as a format of base, line and function. `first`: a pattern of the first
        line of a stack. `packages`: command -> Debian package. `replace`: (text, text) pairs for every log."""
        self.folder = os.path.dirname(os.path.abspath(make_file))
        self.language = language
        self.frame = frame
        self.first = first
        self.replace = replace
        self.only = set(sys.argv[1:])
        self.names = set()
        self.failed = []
        self.corrections = corrections_of(self.folder)
        os.makedirs("/app", exist_ok=True)
        for command, package in (packages or {}).items():
            if not shutil.which(command):
                sys.exit("%s is not here: it is in the Debian package %s" % (command, package))

    def positive(self, name, run, type, message, why, frame=None, marker="RAISES", first=None, last=None, start=0, end=-1,
                 root=None, rank=None, **how):
        """`frame`: (base name, function), its line found by `marker` in the program, or (base name, line, function), or
        "last" for the last one printed in the stack, or a pattern with these names for the first (a part that is not printed
        is empty). Markers are comments at the end of a line, cut off before it runs. `message`: a text, or a pattern whose group is it. `first`, `last`:
        patterns of the stack's first and last line, taken at their `start`-th ("nearest": the last one before the end) and
        `end`-th sight. `once`: a pattern that must be found between them exactly once."""
        log = self._record(name, run, how)
        if log is None:
            return
        text, ended = log
        if ended == ("exit", 0) and "ends" not in how:
            self._complain(name, "it ended well")
        lines = text.decode("utf-8", "replace").split("\n")
        if last is None:
            last = re.escape(type + (": " + message[:60] if message else ""))
        finish = self._find(name, lines, last, end)
        if start == "nearest":
            begin = self._find(name, lines[:finish], first or self.first, -1)
        else:
            begin = self._find(name, lines, first or self.first, start)
        if not isinstance(message, str):
            message = next(iter(message.findall("\n".join(lines[begin - 1:finish]))), "")
            if not message:
                self._complain(name, "no message found")
        if _of_later_sets():
            finish = with_last_words(lines, finish)
        label = [("kind", "positive"), ("language", how.get("language", self.language)), ended, ("type", self._worded(type))]
        if root:
            label += [("root_type", root[0]), ("root_message", root[1])]
        label.append(("message", message))
        within = "\n".join(lines[begin - 1:finish])
        if "once" in how and len(re.findall(how["once"], within)) != 1:
            self._complain(name, "not once between lines %d and %d: %s" % (begin, finish, how["once"]))
        within += within.replace("\\n", "\n").replace('\\"', '"')
        if "joined" in how:
            within = how["joined"](within)
        found = None
        if isinstance(frame, re.Pattern):
            found = frame.search(within)
            if not found:
                self._complain(name, "no frame found")
            frame = found and tuple(found.groupdict("").get(part, "") for part in ("base", "line", "function"))
        elif frame == "last":
            frame = self._last_frame(name, lines[begin - 1:finish])
        if frame:
            if len(frame) == 2:
                frame = (frame[0], self._line_of(name, frame[0], marker), frame[1])
            printed = found[0] if found else how.get("frame_print", self.frame).format(base=frame[0], line=frame[1], function=frame[2])
            if printed not in within:
                self._complain(name, "its frame is not in the log: " + printed)
            label.append(("frame", "%s:%s %s" % frame))
        for part in (type if how.get("type_printed", True) else "", message) + (root or ()):
            if part not in within:
                self._complain(name, "not in the log between lines %d and %d: %s" % (begin, finish, part))
        label.append(("lines", "%d-%d" % (begin, finish)))
        if rank is not None:
            label.append(("rank", rank))
        self._write(name, text, label + [("why", why)])

    def _worded(self, type):
        """Where a level, a code or a test runner's word is printed in the place of a type, labels have one word for all."""
        if _of_later_sets() and self.language == "shell":
            # whatever level a tool has in its line: a script ran it
            return "command failed" if type in ("error", "fatal") else type
        if os.path.basename(sys.argv[0]) != "make_third" or type is None:
            return type
        if type in ("ERROR", "CRITICAL", "FATAL", "FAILED", "SEVERE"):
            return "error"
        if type in ("FAIL", "Failure/Error"):
            return "test failed"
        if re.fullmatch(r"CS\d{4}|E\d{4}", type):
            return "build failed"
        return type.removeprefix("error ") if type.startswith("error TS") else type

    def negative(self, name, run, why, **how):
        """`ends`: how it must end, where that is not ("exit", 0)."""
        log = self._record(name, run, how)
        if log is not None:
            language = how.get("language", self.language)
            if log[1] != how.get("ends", ("exit", 0)):
                self._complain(name, "it ended with %s %d" % log[1])
            self._write(name, log[0], [("kind", "negative"), ("language", language), log[1], ("why", why)])

    def finish(self):
        if not self.only:
            others = self._names_of_other_scripts()
            for file in os.listdir(os.path.join(self.folder, "cases")):
                if file.rsplit(".", 1)[0] not in self.names | others:
                    self._complain(file, "no case makes it")
        for line in self.failed:
            print(line, file=sys.stderr)
        sys.exit(1 if self.failed else 0)

    def _names_of_other_scripts(self):
        """Scripts beside `make` make cases of the same folder; only `make` looks for cases that nothing makes."""
        made = {file.rsplit(".", 1)[0] for file in os.listdir(os.path.join(self.folder, "cases"))}
        if os.path.basename(sys.argv[0]) != "make":
            return made
        script = ""
        for other in ("make_more", "make_third", "make_fourth", "make_fifth", "make_sixth"):
            path = os.path.join(self.folder, other)
            if os.path.exists(path):
                with open(path, encoding="utf-8") as file:
                    script += file.read()
        return {name for name in made if '"%s"' % name in script}

    def _complain(self, name, what):
        self.failed.append("%s: %s" % (name, what))

    def _find(self, name, lines, pattern, which):
        found = [i + 1 for i, line in enumerate(lines) if re.search(pattern, line)]
        try:
            return found[which]
        except IndexError:
            self._complain(name, "no line %d is like: %s" % (which, pattern))
            return 1

    def _line_of(self, name, base, marker):
        found = [line for file, line, word in self.marks if file == base and word == marker]
        if len(found) == 1:
            return found[0]
        self._complain(name, "%s has %d lines with %s" % (base, len(found), marker))
        return 0

    def _last_frame(self, name, lines):
        pattern = re.escape(self.frame).replace(r"\{base\}", r"([^/\s\"]+)").replace(r"\{line\}", r"(\d+)").replace(
            r"\{function\}", r"(.+?)\s*$")
        found = [m.groups() for m in (re.search(pattern, line) for line in lines) if m]
        if found:
            return found[-1]
        self._complain(name, "no frame in its lines")
        return "", 0, ""

    def _record(self, name, run, how):
        if name in self.names:
            self._complain(name, "named twice")
        self.names.add(name)
        if self.only and name not in self.only:
            return None
        self.kept = tempfile.TemporaryDirectory()
        self.work = self.kept.name
        self._place(how.get("program", name))
        for command in how.get("build", ()):
            self._build(command, how)
        # Several commands are ranks of one job: their logs are merged afterwards, the last one's end is the job's.
        outputs = [self._start(command, how) for command in how.get("also", ())]
        outputs.append(self._start(run, how))
        texts = []
        for process, file in outputs:
            code = process.wait(timeout=180)
            file.seek(0)
            texts.append(file.read())
            file.close()
        text = how["merge"](texts) if "merge" in how else texts[-1]
        for old, new in self.replace:
            text = text.replace(old.encode(), new.encode())
        for step in how.get("pipe", ()):
            text = step(text)
        return text, (("signal", -code) if code < 0 else ("exit", code))

    def _place(self, program):
        source = os.path.join(self.folder, "programs", program)
        if os.path.isdir(source):
            shutil.copytree(source, self.work, dirs_exist_ok=True)
        else:
            folder = os.path.dirname(source)
            for file in sorted(os.listdir(folder)):
                if file == os.path.basename(source) or file.rsplit(".", 1)[0] == os.path.basename(source):
                    shutil.copy(os.path.join(folder, file), self.work)
        self.marks = []
        for folder, _, files in os.walk(self.work):
            for file in files:
                self._cut_marks(os.path.join(folder, file))

    def _cut_marks(self, path):
        with open(path, "rb") as source:
            lines = source.read().split(b"\n")
        for i, line in enumerate(lines):
            mark = MARK.search(line)
            if mark:
                self.marks.append((os.path.basename(path), i + 1, mark.group(1).decode()))
                lines[i] = line[:mark.start()]
        with open(path, "r+b") as source:
            source.write(b"\n".join(lines))
            source.truncate()

    def _command(self, command):
        if isinstance(command, str):
            command = ["bash", "-c", command]
        return ["unshare", "-m", "-u", "sh", "-c", ENTER, self.work] + list(command)

    def _start(self, command, how):
        file = tempfile.TemporaryFile()
        return subprocess.Popen(self._command(command), stdin=subprocess.DEVNULL, stdout=file, stderr=file,
                                env=dict(ENVIRONMENT, **how.get("env", {})), start_new_session=True), file

    def _build(self, command, how):
        done = subprocess.run(self._command(command), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, env=dict(ENVIRONMENT, **how.get("env", {})))
        if done.returncode:
            sys.exit("%s failed: %s" % (command, done.stdout.decode("utf-8", "replace")))

    def _write(self, name, text, label):
        stem = os.path.join(self.folder, "cases", name)
        os.makedirs(os.path.dirname(stem), exist_ok=True)
        with open(stem + ".log", "wb") as file:
            file.write(text)
        label = corrected(label, self.corrections.get(name, {}))
        with open(stem + ".label", "w", encoding="utf-8") as file:
            for key, value in label:
                assert "\n" not in str(value), (name, key)
                file.write("%s=%s\n" % (key, value))


def corrections_of(folder):
    """What somebody who read the logs once more found wrong with the labels: name -> {key: value, "because": ...}."""
    path = os.path.join(folder, "corrections.json")
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def corrected(label, correction):
    """`label`, a list of pairs, with the values of `correction`; null takes a key away. A case that turns out to be a
    negative one keeps nothing of what was said about its failure."""
    values = dict(label)
    for key, value in correction.items():
        if key == "because":
            continue
        if value is None:
            values.pop(key, None)
        else:
            values[key] = value
    ended = [key for key in ("exit", "signal") if key in values]
    order = ["kind", "language"] + ended + ["type", "root_type", "root_message", "message", "frame", "lines", "rank", "why"]
    if values["kind"] == "negative":
        order = ["kind", "language"] + ended + ["why"]
    return [(key, values[key]) for key in order if key in values]


def _of_later_sets():
    return os.path.basename(sys.argv[0]) in ("make_fourth", "make_fifth", "make_sixth")


def with_last_words(lines, finish):
    """What R and make say directly behind the failure is part of it, as in the sets before: the last of these lines."""
    if lines[finish:finish + 1] == ["Execution halted"]:
        return finish + 1
    last = finish
    for number in range(finish + 1, min(finish + 4, len(lines)) + 1):
        if re.match(r"g?make(\[\d+\])?: \*\*\* ", lines[number - 1]):
            last = number
        elif last > finish or not lines[number - 1].strip():
            break
    return last


def _lines(text):
    lines = text.split(b"\n")
    return lines[:-1] if lines[-1] == b"" else lines


def _clock(i):
    millis = 41_000 + i * 37
    return "%02d:%02d:%02d" % (12, millis // 60_000, millis // 1000 % 60), millis % 1000


def prefix(form):
    """Before every line: {time} 12:00:41, {millis} three digits, {nanos} nine."""
    def step(text):
        out = b""
        for i, line in enumerate(_lines(text)):
            time, millis = _clock(i)
            nanos = millis * 1_000_000 + i * 7919 % 1_000_000
            out += form.replace("{time}", time).replace("{millis}", "%03d" % millis).replace("{nanos}", "%09d" % nanos).encode()
            out += line + b"\n"
        return out
    return step


def docker(stream="stderr"):
    """As the json-file log driver writes."""
    def step(text):
        out = b""
        for i, line in enumerate(_lines(text)):
            time, millis = _clock(i)
            out += json.dumps({"log": line.decode("utf-8", "replace") + "\n", "stream": stream,
                               "time": "2026-11-22T%s.%09dZ" % (time, millis * 1_000_000 + i * 7919)},
                              ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        return out
    return step


def cri(limit=0, stream="stderr"):
    """As containerd writes; a line over `limit` bytes comes in partial pieces (P) with a full one (F) at its end."""
    def step(text):
        out = b""
        for i, line in enumerate(_lines(text)):
            time, millis = _clock(i)
            head = ("2026-11-22T%s.%09dZ %s " % (time, millis * 1_000_000 + i * 7919, stream)).encode()
            while limit and len(line) > limit:
                out += head + b"P " + line[:limit] + b"\n"
                line = line[limit:]
            out += head + b"F " + line + b"\n"
        return out
    return step


def interleave(prefixes, seed):
    """Merges the logs of several processes line by line, each with its prefix, in an order drawn from `seed`."""
    def step(texts):
        draw = random.Random(seed)
        waiting = [[p.encode() + line for line in _lines(t)] for p, t in zip(prefixes, texts)]
        out = b""
        while any(waiting):
            source = draw.choice([w for w in waiting if w])
            out += source.pop(0) + b"\n"
        return out
    return step
