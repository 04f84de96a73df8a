import json
import sys

import jsonschema

SCHEMA = {"type": "object", "required": ["region", "zones"],
          "properties": {"region": {"enum": ["eu-central", "us-east"]}, "zones": {"type": "array", "minItems": 1}}}


def check(path):
    with open(path) as file:
        jsonschema.validate(json.load(file), SCHEMA)


for path in sys.argv[1:]:
    check(path)
    print(path, "is valid", flush=True)
