import os
import sys


def fetch():
    with open("/app/rates.tmp", "w") as out:
        out.write("EUR 1\nUSD 1,08\nGBP 0.84\n")


def to_rate(text):
    return float(text)  # RAISES


def convert():
    rates = {}
    with open("/app/rates.tmp") as rows:
        for row in rows:
            code, rate = row.split()
            rates[code] = to_rate(rate)
    os.rename("/app/rates.tmp", "/app/rates")
    return rates


{"fetch": fetch, "convert": convert}[sys.argv[1]]()
