"""Invoices."""
from billing.money import cents


def line(name: str, amount: float) -> str:
    return f"{name:20}{cents(amount):>10}"
