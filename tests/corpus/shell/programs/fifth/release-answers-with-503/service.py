import http.server
import sys


class Service(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        good = self.path == "/version"
        text = "release " + sys.argv[1] if good else "no migration 0042 in the database"
        self.send_response(200 if good else 503)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *args):
        pass


http.server.HTTPServer(("127.0.0.1", 39841), Service).serve_forever()
