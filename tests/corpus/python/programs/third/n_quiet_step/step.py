import sys

print("%s: 14 files looked at" % sys.argv[1])
sys.exit(5 if sys.argv[1] == "verify" else 0)
