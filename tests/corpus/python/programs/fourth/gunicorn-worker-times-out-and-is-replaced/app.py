import os
import time


def app(environ, start_response):
    if environ["PATH_INFO"] == "/slow" and not os.path.exists("slow-once"):
        open("slow-once", "w").close()
        time.sleep(30)
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"ok\n"]
