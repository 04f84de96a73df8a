import decimal
import sys
import time

region = sys.argv[1]


def amount(text):
    return decimal.Decimal(text)  # RAISES


def book(row):
    return amount("12.%02d" % row if (region, row) != ("west", 17) else "12,17") * 100


for row in range(1, 41):
    print("row %d booked %d cents" % (row, book(row)))
    time.sleep(0.012 if region == "east" else 0.015)
