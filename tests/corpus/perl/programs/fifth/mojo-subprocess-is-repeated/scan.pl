use Mojo::Base -strict, -signatures;
use Mojo::IOLoop;
use Mojo::Log;
use Mojo::Promise;

my $log = Mojo::Log->new(handle => \*STDERR);
my %tries;

sub scan ($page) {
    my $try = ++$tries{$page};
    return Mojo::IOLoop->subprocess->run_p(sub {
        die "scanner is warming up\n" if $page eq 'p2' && $try < 3;
        kill KILL => $$ if $page eq 'p3' && $try == 1;
        return length($page) * 1000 + $try;
    })->catch(sub ($error) {
        $log->error("page $page, try $try: " . ($error =~ s/\s+\z//r));
        return $try < 5 ? scan($page) : Mojo::Promise->reject("page $page: given up");
    });
}

Mojo::Promise->all(map { my $page = $_; scan($page)->then(sub ($size) { $log->info("page $page: $size bytes") }) } 'p1' .. 'p4')
    ->then(sub { $log->info('4 pages are scanned') })
    ->catch(sub ($error) { $log->fatal($error); exit 2 })->wait;
