import json
import traceback


def put(n, state):
    if n == 3 and state["left"]:
        state["left"] -= 1
        raise ConnectionResetError(104, "Connection reset by peer")


state = {"left": 2}
n = 0
while n < 26:
    try:
        put(n, state)
        print(json.dumps({"level": "INFO", "msg": "put", "n": n}))
        n += 1
    except OSError:
        print(json.dumps({"level": "WARNING", "msg": "put failed, again", "n": n, "exc_info": traceback.format_exc()}))
print(json.dumps({"level": "INFO", "msg": "26 put", "errors": 0}))
