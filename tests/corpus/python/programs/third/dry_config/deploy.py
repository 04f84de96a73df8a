import configparser
import os
import sys

FILE = "/app/deploy.ini"


def fail(text):
    print("deploy: error: %s" % text, file=sys.stderr)
    print("deploy: hint: see deploy.ini.example; nothing was changed", file=sys.stderr)
    os._exit(2)


config = configparser.ConfigParser()
config.read(FILE)
print("deploy: stage %s" % config["deploy"]["stage"], flush=True)
for key in ("stage", "bucket", "region"):
    if not config.has_option("deploy", key):
        fail("%s: section [deploy] has no option '%s'" % (FILE, key))
