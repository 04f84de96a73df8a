import http.server
import threading
import urllib.request


class Mirror(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path.endswith(".sha256"):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"0" * 64)
        else:
            self.send_error(503)

    def log_message(self, form, *args):
        print("mirror: " + form % args, flush=True)


server = http.server.ThreadingHTTPServer(("127.0.0.1", 8418), Mirror)
threading.Thread(target=server.serve_forever, daemon=True).start()

base = "http://127.0.0.1:8418/model-7b.bin"
digest = urllib.request.urlopen(base + ".sha256").read().decode()
print("expecting", digest[:12], flush=True)
urllib.request.urlretrieve(base, "model.bin")
