import sys

from tasks import total

invoices = [{"id": 4401, "lines": [{"net": 1200, "vat": 19}]}, {"id": 4402, "lines": [{"net": 800, "vat": 7}, {"net": 90}]}]
handles = [(invoice["id"], total.delay(invoice)) for invoice in invoices]
print("submitted %d invoices" % len(handles), flush=True)
for number, handle in handles:
    try:
        print("invoice %d: %d" % (number, handle.get(timeout=20)), flush=True)
    except KeyError as error:
        print("invoice %d has a line without %s, the run is given up" % (number, error), file=sys.stderr)
        sys.exit(4)
