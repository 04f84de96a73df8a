import ssl
import warnings

warnings.simplefilter("always")


def old_mean(values):
    warnings.warn("old_mean raises ValueError on empty input in 3.0; use mean()", DeprecationWarning, stacklevel=2)
    return sum(values) / len(values)


class LegacyError(Warning):
    pass


print("mean", old_mean([1, 2, 3]))
warnings.warn("LegacyError: table 'runs' has no index", LegacyError)
open("/app/warnings_only.py")
print("mean", old_mean([4]))
print("done")
