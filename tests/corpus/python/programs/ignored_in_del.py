import sys


class Lease(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        raise RuntimeError("lease %s was not returned" % self.name)


def renew(leases):
    leases.pop()
    return leases[0]  # RAISES


print("one lease")
sys.stdout.flush()
renew([Lease("gpu-0")])
