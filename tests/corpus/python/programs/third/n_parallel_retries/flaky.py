import os
import sys

number = sys.argv[1]
if number == "3" and not os.path.exists("/app/lease"):
    open("/app/lease", "w").close()
    raise InterruptedError("lease of node 3 was taken away")
print("node", number, "ok")
