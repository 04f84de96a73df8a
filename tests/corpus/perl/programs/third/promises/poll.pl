use Mojo::Base -strict, -signatures;
use Mojo::Promise;
use Mojo::IOLoop;
$| = 1;
sub ask ($n) {
    return Mojo::Promise->new(sub ($ok, $no) {
        Mojo::IOLoop->timer(0.01 * $n => sub { $n == 2 ? $no->("mirror $n answered 500 Internal Server Error") : $ok->("mirror $n: ok") });
    });
}
Mojo::Promise->any(map { ask($_)->then(sub ($v) { say $v; $v })->catch(sub ($e) { warn "$e, ignored\n"; die $e }) } 1 .. 3)->then(sub ($v) { say "first answer: $v" })->wait;
ask(2)->then(sub { say 'never' });
Mojo::IOLoop->timer(0.1 => sub { Mojo::IOLoop->stop });
Mojo::IOLoop->start;
say "poll $_ done, errors so far: 0" for 1 .. 20;
