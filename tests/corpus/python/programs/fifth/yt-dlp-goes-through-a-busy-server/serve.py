import http.server

seen = []


class Handler(http.server.BaseHTTPRequestHandler):
    def do_HEAD(self):
        self.answer(False)

    def do_GET(self):
        self.answer(True)

    def answer(self, body):
        seen.append(self.path)
        if self.command == "GET" and seen.count(self.path) in (2, 3):
            self.send_error(503)
            return
        self.send_response(200)
        self.send_header("Content-Type", "video/mp4")
        self.send_header("Content-Length", "4096")
        self.end_headers()
        if body:
            self.wfile.write(b"\0\0\0\x18ftypmp42" + b"\0" * 4084)


http.server.HTTPServer(("127.0.0.1", 8572), Handler).serve_forever()
