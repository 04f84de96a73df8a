import logging
import sqlite3

logging.basicConfig(level=logging.DEBUG, format="%(asctime)s DEBUG db %(message)s")
db = sqlite3.connect(":memory:")
db.set_trace_callback(logging.debug)
db.execute("CREATE TABLE errors (id INTEGER PRIMARY KEY, type TEXT, message TEXT, trace TEXT)")
for type, message in (("ValueError", "bad thing 3"), ("KeyError", "'x'"), ("FATAL", "panic: out of memory")):
    db.execute("INSERT INTO errors (type, message, trace) VALUES (?, ?, ?)",
               (type, message, "Traceback (most recent call last):\n  File \"a.py\", line 1, in f\n    g()\n%s: %s" % (type, message)))
print(db.execute("SELECT count(*) FROM errors WHERE type = 'ERROR' OR message LIKE '%Exception%'").fetchall())
db.commit()
