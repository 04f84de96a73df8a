"""1,100 lines of a crawler before the page that breaks it, and its summary behind."""
import atexit
import logging
import sys
from html.parser import HTMLParser

logging.basicConfig(level=logging.DEBUG, stream=sys.stderr, format="%(asctime)s.%(msecs)03d %(levelname)-5s [%(name)s] %(message)s", datefmt="%H:%M:%S")
log = logging.getLogger("crawl.http")
seen = {"ok": 0, "error": 0}


class Titles(HTMLParser):
    def handle_starttag(self, tag, attrs):
        depth.append(tag)

    def handle_endtag(self, tag):
        depth.pop()  # RAISES


def page(number):
    if number % 97 == 0:
        return 503, "<p>Exception: upstream error</p>"
    return 200, "<html><p>%d</p></html>%s" % (number, "</div>" if number == 531 else "")


def summary():
    for word in sorted(seen):
        log.info("summary %s=%d", word, seen[word])
    log.info("closing 8 connections")


atexit.register(summary)
for number in range(1, 700):
    depth = []
    status, body = page(number)
    log.debug("GET /page/%d", number)
    if status != 200:
        log.error("GET /page/%d: %d %s", number, status, body)
        seen["error"] += 1
        continue
    log.debug("200 OK, %d bytes", len(body))
    Titles().feed(body)
    seen["ok"] += 1
