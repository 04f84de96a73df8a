import contextlib
import os

for name in ("lock", "pid", "socket"):
    with contextlib.suppress(FileNotFoundError):
        os.remove("/app/run/" + name)
        continue
    print("no %s to remove (FileNotFoundError suppressed)" % name)
for n in range(22):
    print("worker %d healthy, last error: None, exceptions: 0" % n)
