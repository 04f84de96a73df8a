import http.server
import time


class Feed(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", "60")
        self.end_headers()
        for n in range(6):
            self.wfile.write(b"%s,%d\n" % (b"EURUSD,", n))
            self.wfile.flush()
            time.sleep(0 if self.path != "/trades" else 5)
        self.wfile.write(b"\n" * 6)

    def log_message(self, *args):
        pass


http.server.ThreadingHTTPServer(("127.0.0.1", 39821), Feed).serve_forever()
