import sys


class Account:
    def __init__(self, name):
        self.name = name


def report(accounts):
    for account in accounts:
        print "%-10s %8.2f" % (account.name, account.balance)  # RAISES


print "python", sys.version_info[0]
sys.stdout.flush()
report([Account("cash")])
