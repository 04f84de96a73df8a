import http.server
import threading
import urllib.request

server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler)
threading.Thread(target=server.serve_forever, daemon=True).start()
base = "http://127.0.0.1:%d" % server.server_port
for path in ("/", "/error", "/Traceback%20(most%20recent%20call%20last):", "/access_log.py?exception=ValueError", "/panic") * 3:
    try:
        urllib.request.urlopen(base + path).read()
    except urllib.error.HTTPError:
        pass
server.shutdown()
