from decimal import Decimal
from typing import List

import typer

app = typer.Typer(add_completion=False, pretty_exceptions_show_locals=False)
RATES = {"USD": Decimal("1.07"), "GBP": Decimal("0.86")}


def rate(currency: str) -> Decimal:
    return RATES[currency]


@app.command()
def revalue(currencies: List[str], book: str = "main"):
    """Values a book anew in several currencies."""
    typer.echo(f"revaluing book {book}")
    for currency in currencies:
        typer.echo(f"{currency}: {rate(currency) * 1000:.2f}")


app()
