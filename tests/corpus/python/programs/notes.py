import pathlib


def parse(path, text):
    for number, line in enumerate(text.splitlines(), 1):
        try:
            key, value = line.split("=")  # RAISES
        except ValueError as e:
            e.add_note("in %s, line %d" % (path, number))
            e.add_note("  the line was: %r\n  every line must read key=value" % line)
            raise
        yield key, value


def main():
    print(dict(parse(pathlib.PurePosixPath("/etc/app.conf"), "a=1\nb=2\nc\n")))


main()
