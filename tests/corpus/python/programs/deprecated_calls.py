import logging
import sys
import warnings

logging.captureWarnings(True)
logging.basicConfig(stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s %(message)s", datefmt="03:10:07")


def old_error_handler():
    warnings.warn("error_handler= is deprecated, use on_error=", FutureWarning, stacklevel=2)


old_error_handler()
for n in range(22):
    print("epoch", n, "error", round(1 / (n + 1), 3), flush=True)
