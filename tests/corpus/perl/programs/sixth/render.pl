#!/usr/bin/perl
use strict;
use warnings;
use Carp qw(longmess);
use IPC::Run qw(run timeout);

# The plotting tool hangs now and then; it is ended and asked once more, with a longer time.
sub plot {
    my ($sheet, $seconds, $attempt) = @_;
    my $hang = $sheet eq 'depth' && $attempt < 3 ? 'sleep 20' : 'true';
    run ['sh', '-c', "$hang; echo plotted $sheet"], '>', \my $out, '2>', \my $err, timeout($seconds);
    chomp $out;
    return $out;
}

for my $sheet (qw(salinity depth current)) {
    for my $attempt (1 .. 4) {
        my $out = eval { plot($sheet, $attempt, $attempt) };
        if (!$@) {
            printf "[%s] %s (attempt %d)\n", scalar gmtime, $out, $attempt;
            last;
        }
        local $Carp::CarpLevel = 0;
        printf STDERR "[%s] EXCEPTION while plotting %s: %s%s", scalar gmtime, $sheet, $@, longmess("given up after ${attempt}s");
    }
}
