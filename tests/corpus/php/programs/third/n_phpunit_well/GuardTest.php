<?php
use PHPUnit\Framework\TestCase;

final class GuardTest extends TestCase
{
    /** @dataProvider codes */
    public function testFatalErrorIsThrown(int $code): void
    {
        $this->expectException(RuntimeException::class);
        $this->expectExceptionMessage("status $code");
        throw new RuntimeException("status $code");
    }

    public static function codes(): array
    {
        return ['Fatal error' => [500], 'Uncaught Exception' => [404]];
    }

    public function testSkipped(): void
    {
        $this->markTestSkipped('PHP Fatal error:  only the text of a reason');
    }

    public function testTrace(): void
    {
        fwrite(STDERR, "\n" . (new LogicException('expected by the test')) . "\n");
        $this->assertTrue(true);
    }
}
