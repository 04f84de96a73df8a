import sqlite3
import sys

import memcache

client = memcache.Client(["127.0.0.1:18454", "127.0.0.1:18455"], debug=1, dead_retry=0.1)
db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE price (article INT, cents INT)")
db.executemany("INSERT INTO price VALUES (?, ?)", [(n, n * 99) for n in range(6)])
misses = 0
for article in range(6):
    cents = client.get("price-%d" % article)
    if cents is None:
        misses += 1
        cents = db.execute("SELECT cents FROM price WHERE article = ?", (article,)).fetchone()[0]
        client.set("price-%d" % article, cents)
    print("article %d: %.2f" % (article, cents / 100), file=sys.stderr)
print("6 labels printed, %d prices came from the database" % misses, file=sys.stderr)
