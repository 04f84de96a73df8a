import logging
import warnings

import pandas as pd

logging.basicConfig(level=logging.INFO, format="%(levelname)-7s %(module)s:%(lineno)d %(message)s")
warnings.simplefilter("default")
log = logging.getLogger()

frame = pd.DataFrame({"meter": ["m-%03d" % i for i in range(12)],
                      "read_at": ["2026-11-%02d 04:00" % (i + 19) for i in range(11)] + ["30.02.2026"],
                      "kwh": ["%d.5" % (i * 7) for i in range(11)] + ["n/a"]})
log.info("%d readings from meters.csv", len(frame))
try:
    frame["read_at"] = pd.to_datetime(frame["read_at"])
except ValueError:
    log.exception("strict conversion of read_at failed, converting value by value")
    frame["read_at"] = pd.to_datetime(frame["read_at"], errors="coerce")
try:
    frame["kwh"] = frame["kwh"].astype(float)
except ValueError as error:
    log.error("kwh: %s; NaN where it is no number", error)
    frame["kwh"] = pd.to_numeric(frame["kwh"], errors="coerce")
late = frame.append({"meter": "m-900", "read_at": pd.NaT, "kwh": 0.0}, ignore_index=True)
print(late.tail(4).to_string())
log.info("invalid read_at: %d, invalid kwh: %d, written: %d", frame.read_at.isna().sum(), frame.kwh.isna().sum(), len(late))
