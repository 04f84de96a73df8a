import sys
import traceback


def checkpoint(name):
    print("checkpoint", name, "reached from:", flush=True)
    traceback.print_stack(file=sys.stdout)


def run():
    checkpoint("before-save")
    for i in range(22):
        print("saved shard", i)


run()
