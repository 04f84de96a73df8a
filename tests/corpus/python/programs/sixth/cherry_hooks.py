import sys
import urllib.error
import urllib.request

import cherrypy


class Hooks:
    @cherrypy.expose
    def index(self, size="0"):
        return "%d bytes\n" % (int(size) * 512)


cherrypy.config.update({"server.socket_host": "127.0.0.1", "server.socket_port": 18440, "engine.autoreload.on": False})
cherrypy.tree.mount(Hooks())
cherrypy.engine.start()
codes = []
for size in ("4", "9", "1k", "2", "%20", "16"):
    try:
        codes.append(urllib.request.urlopen("http://127.0.0.1:18440/?size=" + size).status)
    except urllib.error.HTTPError as error:
        codes.append(error.code)
cherrypy.engine.exit()
print("smoke test of hooks: %s, expected 200 200 500 200 500 200" % codes)
sys.exit(codes != [200, 200, 500, 200, 500, 200])
