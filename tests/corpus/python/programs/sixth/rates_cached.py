import json
import urllib.request
from pathlib import Path

import structlog

structlog.configure(processors=[structlog.processors.add_log_level, structlog.processors.TimeStamper("iso"),
                                structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)])
log = structlog.get_logger(service="rates")
cache = Path("/app/rates-cache.json")
cache.write_text(json.dumps({"day": "2026-11-21", "USD": 1.0871, "CHF": 0.9312}))


def fetch(url):
    with urllib.request.urlopen(url, timeout=2) as answer:
        return json.load(answer)


log.info("start", sources=2)
rates = None
for url in ("http://127.0.0.1:18433/rates.json", "http://127.0.0.1:18434/rates.json"):
    try:
        rates = fetch(url)
    except OSError:
        log.error("source_unavailable", url=url, exc_info=True)
if rates is None:
    rates = json.loads(cache.read_text())
    log.warning("using_cache", day=rates["day"], age_hours=26)
log.info("rates_written", currencies=2, errors=0)
