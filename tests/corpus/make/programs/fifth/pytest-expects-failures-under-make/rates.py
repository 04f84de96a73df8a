import os
import warnings


def factor(text):
    if "," in text:
        warnings.warn("ERROR-prone: comma in '%s'" % text, DeprecationWarning)
        text = text.replace(",", ".")
    return float(text)
