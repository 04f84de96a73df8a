import datetime
import time

DAYS = ["2026-11-24", "2026-11-25", "2026-11-31"]


def day(text):
    return datetime.date.fromisoformat(text)  # RAISES


for text in DAYS:
    print("prices:", day(text).strftime("%A"))
    time.sleep(0.03)
