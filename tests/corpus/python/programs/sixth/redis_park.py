"""Takes messages from a stream in redis; what cannot be read is parked in another stream."""
import json
import logging
import os
import subprocess
import sys
import time

import redis

logging.basicConfig(stream=sys.stderr, level=logging.INFO,
                    format="ts=%(asctime)s pid=7 level=%(levelname)s logger=%(name)s msg=%(message)r", datefmt="%Y-%m-%dT%H:%M:%SZ")
log = logging.getLogger("consumer")
socket = "/tmp/redis-%d.sock" % os.getpid()
server = subprocess.Popen(["redis-server", "--port", "0", "--unixsocket", socket, "--save", ""], stdout=subprocess.DEVNULL)
client = redis.Redis(unix_socket_path=socket, decode_responses=True)
while True:
    try:
        client.ping()
        break
    except redis.exceptions.ConnectionError as error:
        log.warning("broker is not up yet: %s", error)
        time.sleep(0.2)
for n in range(9):
    client.xadd("jobs", {"body": '{"id": %d, "size": %d}' % (n, n * 3) if n not in (2, 6) else '{"id": %d, "si' % n})
client.xgroup_create("jobs", "night", id="0")
parked = done = 0
for _, entries in client.xreadgroup("night", "c-1", {"jobs": ">"}, count=20):
    for key, fields in entries:
        try:
            job = json.loads(fields["body"])
            done += job["size"] >= 0
        except json.JSONDecodeError:
            log.error("message cannot be decoded, parked in jobs:dead", exc_info=True)
            client.xadd("jobs:dead", fields)
            parked += 1
        client.xack("jobs", "night", key)
log.info("acknowledged %d, parked %d, pending %d", done + parked, parked, client.xpending("jobs", "night")["pending"])
server.terminate()
server.wait()
