import json
import sys
from string import Template

PAGE = Template("<h1>$title</h1><p>$author</p>")


def render(data):
    return PAGE.substitute(title=data["title"])


with open(sys.argv[1]) as file:
    data = json.load(file)
print("rendering %d rows" % len(data["rows"]), file=sys.stderr)
print(render(data))
