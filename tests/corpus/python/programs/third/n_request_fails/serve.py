"""A server whose one handler fails for one request of many; the server goes on and is stopped well."""
import logging
import sys

from flask import Flask

logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
app = Flask("prices")
PRICES = {"apple": 1, "pear": 2}


@app.get("/price/<name>")
def price(name):
    return {"price": PRICES[name]}


client = app.test_client()
for n in range(26):
    name = "plum" if n == 2 else ("apple", "pear")[n % 2]
    logging.info("GET /price/%s %d", name, client.get("/price/" + name).status_code)
logging.info("server stopped")
