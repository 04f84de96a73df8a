<?php
namespace Depot;

final class Sync
{
    public function __construct(private array $depots) {}

    public function run(): int
    {
        foreach ($this->depots as $depot) {
            echo "sync: $depot\n";
            (new Client($depot))->pull(); // RAISES
        }
        return count($this->depots);
    }
}
