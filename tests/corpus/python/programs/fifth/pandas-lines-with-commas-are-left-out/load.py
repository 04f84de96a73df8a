import io
import logging
import sys

import numpy as np
import pandas as pd

logging.basicConfig(level=logging.INFO, format="%(asctime)s | %(levelname)s | %(message)s", stream=sys.stdout)
logging.captureWarnings(True)
TEXT = "id,when,amount\n1,2026-11-01,10\n2,2026-11-02,11,3\n3,2026-13-40,12\n4,2026-11-04,abc\n5,2026-11-05,0\n"
table = pd.read_csv(io.StringIO(TEXT), on_bad_lines="warn")
for column, parse in (("when", pd.to_datetime), ("amount", pd.to_numeric)):
    try:
        parse(table[column])
    except Exception:
        logging.error("column %s cannot be read as it is, values are coerced", column, exc_info=True)
    table[column] = parse(table[column], errors="coerce")
table["share"] = np.log(table["amount"])
logging.info("%d rows, %d without a date, %d without an amount", len(table), table["when"].isna().sum(), table["amount"].isna().sum())
