import json
import os
import pathlib

STATE = pathlib.Path("state/cursor.json")


def remember(cursor):
    STATE.write_text(json.dumps({"cursor": cursor}))


print("sync as uid", os.getuid(), flush=True)
print("read 300 events", flush=True)
remember(300)
