import sys


def require(names, environment):
    missing = [n for n in names if n not in environment]
    if missing:
        sys.exit("serve: these settings are missing: %s" % ", ".join(missing))


print("serve 1.0")
sys.stdout.flush()
require(["DSN", "TOKEN"], {"DSN": "x"})
