<?php
require __DIR__ . '/../src/Rows.php';

use PHPUnit\Framework\TestCase;

final class RowsTest extends TestCase
{
    public function testOneRow(): void
    {
        $this->assertCount(1, Rows::parse('a;b;c'));
    }

    public function testShortRowIsRefused(): void
    {
        $this->expectException(LengthException::class);
        Rows::parse('a;b');
    }

    public function testTrailingSeparator(): void
    {
        $this->assertCount(2, Rows::parse("a;b;c\nd;e;f;\n"));
    }
}
