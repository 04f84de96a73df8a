import json
import sys

import yaml
from cerberus import Validator

SCHEMA = {"id": {"type": "integer", "required": True}, "status": {"allowed": ["ok", "failed"]}, "error": {"type": "string", "nullable": True},
          "retries": {"type": "integer", "max": 5, "coerce": int}}
DOCUMENTS = """
- {id: 1, status: ok, error: null, retries: 0}
- {id: two, status: ok, error: null, retries: 0}
- {id: 3, status: failed, error: "OSError: [Errno 5] Input/output error", retries: "2"}
- {id: 4, status: fatal, error: 7, retries: nine}
- {id: 5, status: ok, error: null, retries: 1, panic: false}
"""
validator = Validator(SCHEMA)
good, quarantine = [], []
for document in yaml.safe_load(DOCUMENTS):
    if validator.validate(document):
        good.append(validator.document)
    else:
        quarantine.append({"document": document, "errors": validator.errors})
json.dump(quarantine, sys.stderr, indent=2)
print("\n%d documents loaded, %d quarantined (limit 10)" % (len(good), len(quarantine)), file=sys.stderr)
