import json
import time

print(json.dumps({"level": "WARNING", "msg": "cache miss storm", "exc_info": None, "stack": None}))
for i in range(20):
    print(json.dumps({"level": "INFO", "msg": "GET /errors/%d" % i, "status": 200, "error_count": 0, "panic": False}))
