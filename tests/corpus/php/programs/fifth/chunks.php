<?php
// Adds up a column in chunks; each chunk is a generator that must be given back.
final class Budget
{
    private int $left = 3;
    public function __construct(private string $name) {}
    public function __destruct() { fwrite(STDERR, "budget {$this->name}: {$this->left} left, given back\n"); }
    public function spend(int $n): void
    {
        if (($this->left -= $n) < 0) {
            throw new UnderflowException("budget {$this->name} is overdrawn by " . -$this->left); // RAISES
        }
    }
}
function chunk(array $rows, Budget $budget): Generator
{
    try {
        foreach ($rows as $row) {
            $budget->spend($row);
            yield $row;
        }
    } finally {
        fwrite(STDERR, "chunk closed\n");
    }
}
$sum = 0;
foreach ([[1, 1], [2, 2]] as $n => $rows) {
    foreach (chunk($rows, new Budget("chunk-$n")) as $row) {
        $sum += $row;
    }
    echo "chunk $n: $sum so far\n";
}
