import asyncio  # noqa: F401
import email.errors  # noqa: F401
import json
import urllib.error  # noqa: F401

print(json.dumps({"errors": 0}))
