import argparse
import os
import sqlite3
import sys

parser = argparse.ArgumentParser()
parser.add_argument("file")
options = parser.parse_args()


def fill(file):
    with sqlite3.connect(file) as base:
        base.execute("create table events (id integer primary key, text)")
        base.executemany("insert into events (text) values (?)", [("event %d " % i * 20,) for i in range(400)])
    base.close()


def compact(base):
    for step in ("delete from events where id % 3 = 0", "vacuum"):
        print("sql:", step, flush=True)
        base.execute(step)


fill(options.file)
with open(options.file, "r+b") as file:
    file.seek(4096 * 5)
    file.write(b"\xff" * 4096 * 6)
base = sqlite3.connect(options.file, isolation_level=None)
try:
    compact(base)
except sqlite3.DatabaseError as error:
    print("compact: %s: %s" % (options.file, error), file=sys.stderr)
    print("compact: restore the file from the backup of %s" % os.environ.get("LAST", "yesterday"), file=sys.stderr)
    sys.exit(2)
