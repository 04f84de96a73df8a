# -*- coding: utf-8 -*-
import io


def lines_of(blob):
    with io.TextIOWrapper(io.BytesIO(blob), encoding="utf-8") as stream:
        for line in stream:  # RAISES
            yield line


def main():
    for line in lines_of(u"gr\u00f6\u00dfe\n".encode("utf-8") + u"k\u00e4se\n".encode("latin-1")):
        print(repr(line))


main()
