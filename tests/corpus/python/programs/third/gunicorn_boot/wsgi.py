import os


def settings():
    return {"secret": os.environ["SESSION_SECRET"]}


SETTINGS = settings()


def app(environ, start_response):
    start_response("200 OK", [])
    return [b"ok"]
