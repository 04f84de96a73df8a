"""Rates of exchange."""


def convert(amount, rate, digits=2):
    """Converts an amount, in cents, rounded to `digits`."""
    return round(amount * rate, -digits)
