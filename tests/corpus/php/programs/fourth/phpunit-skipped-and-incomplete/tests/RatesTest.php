<?php
use PHPUnit\Framework\TestCase;

final class RatesTest extends TestCase
{
    public function testDivision(): void
    {
        $this->expectException(DivisionByZeroError::class);
        intdiv(1, 0);
    }

    public function testRemote(): void
    {
        $this->markTestSkipped('Fatal error: no network here');
    }

    public function testRounding(): void
    {
        $this->markTestIncomplete('rounding is not decided');
    }

    public function testNothing(): void
    {
        fwrite(STDERR, "PHP Warning:  this is only said in " . basename(__FILE__) . "\n");
    }
}
