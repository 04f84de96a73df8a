import sys

from eliot import start_action, to_file, write_traceback

to_file(sys.stdout)


def push(table, rows):
    with start_action(action_type="push", table=table, rows=rows):
        if rows > 400:
            raise BufferError("batch of %d rows is over the limit of 400" % rows)


with start_action(action_type="sync"):
    for table, rows in (("orders", 120), ("clicks", 900)):
        try:
            push(table, rows)
        except BufferError:
            write_traceback()
            push(table, rows // 3)
print("sync is complete")
