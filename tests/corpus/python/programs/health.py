import sys

problems = ["disk /data is 97% full", "certificate ends in 3 days"]
for p in problems:
    print("CRITICAL:", p)
print("health check failed: %d errors" % len(problems))
sys.exit(2)
