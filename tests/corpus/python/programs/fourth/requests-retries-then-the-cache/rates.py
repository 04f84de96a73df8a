import logging

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

logging.basicConfig(level=logging.DEBUG, format="%(levelname)s:%(name)s:%(message)s")
session = requests.Session()
session.mount("http://", HTTPAdapter(max_retries=Retry(total=3, backoff_factor=0.1)))
try:
    rates = session.get("http://127.0.0.1:8421/rates.json", timeout=1).json()
except requests.ConnectionError as error:
    logging.error("rates: %s", error)
    rates = {"EUR": 1.0, "USD": 1.08}
    logging.info("rates of yesterday are used")
print("12 prices converted with", rates)
