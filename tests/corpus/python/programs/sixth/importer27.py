# -*- coding: utf-8 -*-
import csv
import StringIO
import sys
import traceback

TEXT = "id;name;born\n1;Anna;1980\n2;Zo\xc3\xab;1991\n3;Bert\n4;Carl;19x2\n5;Dora;1975\n"
skipped = 0
for row in csv.DictReader(StringIO.StringIO(TEXT), delimiter=";"):
    try:
        name, born = row["name"].decode("ascii"), int(row["born"])
        print row["id"], name, born
    except Exception:
        print >>sys.stderr, "*** row %s skipped" % row["id"]
        traceback.print_exc()
        skipped += 1
    sys.stdout.flush()
print "imported %d, skipped %d (at most 5 are allowed)" % (5 - skipped, skipped)
