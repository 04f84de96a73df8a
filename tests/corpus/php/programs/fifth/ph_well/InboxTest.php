<?php
use PHPUnit\Framework\TestCase;

final class InboxTest extends TestCase
{
    public function testLostConnectionIsLogged(): void
    {
        error_log('inbox: PHP Fatal error:  Uncaught RuntimeException: connection reset by peer (retry 1 of 3)');
        $this->expectException(RuntimeException::class);
        throw new RuntimeException('connection reset by peer');
    }

    public function testWarningIsExpected(): void
    {
        set_error_handler(fn (int $no, string $text) => throw new ErrorException($text, 0, $no));
        try {
            fopen('/app/no/such/inbox', 'r');
            $this->fail('opened');
        } catch (ErrorException $e) {
            fwrite(STDERR, get_class($e) . ': ' . $e->getMessage() . "\n" . $e->getTraceAsString() . "\n");
            $this->assertStringContainsString('No such file', $e->getMessage());
        } finally {
            restore_error_handler();
        }
    }

    public function testServer(): void
    {
        $this->markTestSkipped('SQLSTATE[HY000] [2002] Connection refused');
    }
}
