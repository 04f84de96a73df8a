import http.client
import http.server
import sys
import threading
import time
import traceback


class Ready(http.server.BaseHTTPRequestHandler):
    since = time.monotonic()

    def do_GET(self):
        ready = time.monotonic() - self.since > 0.9
        self.send_error(500, "Internal Server Error", "search index is not loaded") if not ready else self.send_response(204)
        self.end_headers()


def serve():
    time.sleep(0.45)
    http.server.HTTPServer(("127.0.0.1", 18437), Ready).serve_forever()


def probe():
    link = http.client.HTTPConnection("127.0.0.1", 18437, timeout=1)
    link.request("GET", "/healthz")
    answer = link.getresponse()
    if answer.status >= 400:
        raise RuntimeError("unhealthy: %d %s" % (answer.status, answer.reason))


threading.Thread(target=serve, daemon=True).start()
failures = 0
for attempt in range(1, 21):
    try:
        probe()
        print("check %d: healthy again after %d failed checks, traffic is switched" % (attempt, failures), file=sys.stderr)
        break
    except Exception as error:
        failures += 1
        print("check %d: FAILED (%d/20)" % (attempt, failures), file=sys.stderr)
        traceback.print_exc(limit=-1)
        time.sleep(0.25)
