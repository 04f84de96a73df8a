<?php
final class Money {
    public function __construct(public readonly int $cents) {
        if ($cents < 0) {
            throw new InvalidArgumentException("amount must not be negative: $cents"); // RAISES
        }
    }
}

class Invoice {
    private array $lines = [];

    public function add(string $name, int $cents): void {
        $this->lines[$name] = new Money($cents);
    }
}

function build(array $rows): Invoice {
    $invoice = new Invoice();
    array_map(fn ($row) => $invoice->add(...$row), $rows);
    return $invoice;
}

echo "building invoice\n";
build([["bolt", 120], ["refund", -40]]);
