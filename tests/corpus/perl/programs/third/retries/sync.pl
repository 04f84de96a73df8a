use strict;
use warnings;
use Log::Log4perl qw(:easy);
Log::Log4perl->easy_init({ level => $INFO, layout => '[%d{HH:mm:ss}] [%p] %F{1}:%L %m%n', file => 'STDOUT' });
my %tries;
sub put { my ($n) = @_; die "connection reset by peer" if $n % 5 == 0 && $tries{$n}++ < 2; return 1 }
for my $n (1 .. 24) {
    until (eval { put($n) }) {
        my $error = $@;
        ERROR("chunk $n failed: $error");
        WARN("chunk $n goes to the queue again");
    }
    INFO("chunk $n stored");
}
INFO("24 chunks stored, 0 errors left");
