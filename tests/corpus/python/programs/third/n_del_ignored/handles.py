import sys


class Handle:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        if self.name == "h-1":
            raise OSError(9, "Bad file descriptor")


for n in range(25):
    handle = Handle("h-%d" % n)
    print("handle", n, "opened and left to the collector", file=sys.stderr)
del handle
print("all closed")
