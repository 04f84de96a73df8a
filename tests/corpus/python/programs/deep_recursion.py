import sys


class Node:
    def __init__(self, name):
        self.name = name
        self.parent = None

    def depth(self):
        return 1 + self.parent.depth()  # RAISES


a = Node("a")
b = Node("b")
a.parent, b.parent = b, a
sys.setrecursionlimit(420)
print("limit", sys.getrecursionlimit())
sys.stdout.flush()
print(a.depth())
