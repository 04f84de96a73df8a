<?php
use PHPUnit\Framework\TestCase;

final class LedgerTest extends TestCase
{
    public function testOverdraftIsRefused(): void
    {
        $this->expectException(DomainException::class);
        $this->expectExceptionMessage('account 7 has only 3');
        throw new DomainException('account 7 has only 3');
    }

    public function testErrorPageShowsTheTrace(): void
    {
        try {
            intdiv(1, 0);
        } catch (DivisionByZeroError $error) {
            fwrite(STDERR, "\nPHP Fatal error:  Uncaught " . $error . "\n  thrown as the page shows it\n");
        }
        $this->assertStringContainsString('intdiv', $error->getTraceAsString());
    }

    public function testWarningOfAnAbsentFile(): void
    {
        $this->expectWarning();
        file_get_contents('/app/none.csv');
    }

    /** @dataProvider rows */
    public function testRows(string $row, bool $good): void
    {
        $this->assertSame($good, is_numeric($row));
    }

    public function rows(): array
    {
        return ['error row' => ['x', false], 'failed row' => ['', false], 'good row' => ['4', true]];
    }

    public function testMail(): void
    {
        $this->markTestSkipped('Connection refused: no mail server here');
    }

    public function testNothingYet(): void
    {
    }
}
