import numpy as np
import xarray as xr


def field(step, count):
    lat = np.arange(-90, 91, step)
    return xr.DataArray(np.ones((count, lat.size)), dims=("time", "lat"), coords={"lat": lat}, name="t2m")


def anomaly(now, normal):
    with xr.set_options(arithmetic_join="exact"):
        return now - normal


now, normal = field(30, 4), field(45, 4)
print(now.sizes, normal.sizes)
print("anomaly", float(anomaly(now, normal).mean()))
