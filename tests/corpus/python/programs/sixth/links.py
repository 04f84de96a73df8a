import sys
import urllib.error
import urllib.request
from html.parser import HTMLParser

PAGE = '<a href="http://127.0.0.1:18457/a">a</a><a href="mailto:x">m</a><a href="gopher://127.0.0.1/">g</a><a href="/app/links.py">l</a><a href="http://[::1">v</a>'


class Links(HTMLParser):
    def handle_starttag(self, tag, attributes):
        href = dict(attributes)["href"]
        try:
            urllib.request.urlopen(href if ":" in href else "file://" + href, timeout=1)
            print("ok       %s" % href)
        except (urllib.error.URLError, ValueError) as error:
            counts[1] += 1
            print("ignored  %s (%s: %s)" % (href, type(error).__name__, error))
        counts[0] += 1


counts = [0, 0]
Links().feed(PAGE)
print("%d links seen, %d on the list of links that may be dead" % tuple(counts))
sys.exit(2)
