import socket
import threading
import time


def beat():
    with socket.create_connection(("127.0.0.1", 18432), timeout=1) as link:
        link.sendall(b"alive\n")


print("compaction of 5 segments started")
threading.Thread(target=beat, name="heartbeat", daemon=True).start()
for n in range(5):
    time.sleep(0.05)
    print("segment %d/5 compacted, %d tombstones dropped" % (n + 1, n * 41))
print("compaction finished, 5 segments, reclaimed 11.2 MiB")
