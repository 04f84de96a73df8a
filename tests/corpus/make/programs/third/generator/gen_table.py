import csv
import sys


def rows(path):
    with open(path, encoding="utf-8") as file:
        reader = csv.reader(file)
        head = next(reader)
        for row in reader:
            if len(row) != len(head):
                sys.exit("gen_table.py: %s, line %d: %d columns, %d expected" % (path, reader.line_num, len(row), len(head)))
            yield row


name = sys.argv[1].rsplit(".", 1)[0]
print("static const char *%s[] = {" % name)
for row in rows(sys.argv[1]):
    print('    "%s",' % row[0])
print("};")
