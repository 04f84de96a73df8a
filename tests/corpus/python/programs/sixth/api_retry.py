"""Pulls the stock from an API whose gateway is just being restarted."""
import http.server
import logging
import threading

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry


class Gateway(http.server.BaseHTTPRequestHandler):
    answers = [503, 502, None, 200, 200, 429, 200]

    def do_GET(self):
        code = self.answers.pop(0)
        if code is None:
            self.connection.close()
            return
        self.send_response(code)
        body = b'{"items": [], "errors": []}' if code == 200 else b"error: upstream failed"
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, form, *args):
        pass


server = http.server.HTTPServer(("127.0.0.1", 18431), Gateway)
server.handle_error = lambda *args: None
threading.Thread(target=server.serve_forever, daemon=True).start()
logging.basicConfig(level=logging.DEBUG, format="%(asctime)s.%(msecs)03d %(levelname)s %(name)s %(message)s", datefmt="%H:%M:%S")
log = logging.getLogger("stockpull")
session = requests.Session()
session.mount("http://", HTTPAdapter(max_retries=Retry(total=5, backoff_factor=0.05, status_forcelist=[429, 502, 503])))
for page in (1, 2, 3):
    answer = session.get("http://127.0.0.1:18431/v2/stock?page=%d" % page, timeout=5)
    answer.raise_for_status()
    log.info("page %d: %d items, %d errors", page, len(answer.json()["items"]), len(answer.json()["errors"]))
log.info("stock is complete")
server.shutdown()
