import gc


def first(path):
    return open(path).readline()


def job():
    return first("/etc/hostname") is not None


print("job:", job())
gc.collect()
for n in range(22):
    print("batch", n, "done")
