import io
import warnings

import numpy as np
import pandas as pd

warnings.simplefilter("always")
text = "id,error,value\n" + "".join("%d,%s,%s\n" % (i, "" if i % 3 else "E%d" % i, i / 3) for i in range(30))
frame = pd.read_csv(io.StringIO(text), error_bad_lines=False)
print(frame.dtypes)
print(frame[frame["error"].notna()].append(frame.head(1)))
print("log of zero:", np.log(np.array([0.0, 1.0])))
print("errors per row: %.3f" % frame["error"].notna().mean())
