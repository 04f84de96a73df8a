from decimal import Decimal


class Book:
    def __init__(self) -> None:
        self.rows: list[Decimal] = []

    def total(self) -> Decimal:
        return sum(self.rows, Decimal(0))

    def last(self) -> Decimal:
        return self.rows[-1] if self.rows else None
