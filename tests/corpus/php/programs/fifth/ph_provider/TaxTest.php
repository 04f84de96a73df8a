<?php
use PHPUnit\Framework\TestCase;

function tax(string $country, int $cents): int
{
    return match ($country) { // RAISES
        'DE' => intdiv($cents * 19, 100),
        'FR' => intdiv($cents * 20, 100),
    };
}

final class TaxTest extends TestCase
{
    public static function rows(): array
    {
        return ['german' => ['DE', 1000, 190], 'french' => ['FR', 1000, 200], 'swiss' => ['CH', 1000, 81]];
    }

    /** @dataProvider rows */
    public function testTax(string $country, int $cents, int $tax): void
    {
        $this->assertSame($tax, tax($country, $cents));
    }
}
