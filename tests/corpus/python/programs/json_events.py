import json

for i in range(24):
    print(json.dumps({"seq": i, "level": "info", "event": "job.finished", "error": None, "exception": None, "failures": 0,
                      "stderr": "", "traceback": [], "status": "OK" if i % 5 else "SKIPPED"}))
