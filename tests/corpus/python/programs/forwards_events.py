"""Forwards crash reports of other machines: the traces in them are its goods, not its own."""
import json
import traceback


def report(n):
    try:
        {}["device-%d" % n]
    except KeyError:
        return {"report": n, "from": "edge-%d" % n, "exception": traceback.format_exc()}


print("forwarder: 12 reports waiting")
for n in range(12):
    print("forwarding", json.dumps(report(n)))
    print("  accepted, 202")
print("forwarder: queue is empty, leaving")
