import joblib

FACTORS = {"mm": 1, "cm": 10, "m": 1000}


def convert(row):
    value, unit = row.split()
    return float(value) * FACTORS[unit]


if __name__ == "__main__":
    rows = ["12 mm", "3 cm", "1.5 m", "7 in", "2 m"]
    values = joblib.Parallel(n_jobs=2, verbose=10, backend="loky")(joblib.delayed(convert)(row) for row in rows)
    print("converted", len(values))
