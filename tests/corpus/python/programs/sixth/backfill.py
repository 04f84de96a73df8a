import itertools
import time
from datetime import date, timedelta

from rich.console import Console

console = Console(width=100, force_terminal=False)
for n in itertools.count():
    day = date(2026, 10, 1) + timedelta(n)
    try:
        partition = {"2026-10-0%d" % d: d for d in (1, 3, 4, 6, 7, 8, 9)}[str(day)]
        console.log("[backfill] %s: partition rewritten, errors=0 failed_files=0" % day)
    except KeyError:
        console.log("[backfill] %s: no partition (KeyError), an empty one is made" % day)
    time.sleep(0.22)
