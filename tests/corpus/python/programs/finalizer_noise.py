class Handle:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        raise OSError("handle %d was closed twice" % self.n)


for n in range(25):
    h = Handle(n) if n == 3 else None
    del h
    print("slice", n, "written")
print("all slices written")
