use strict; use warnings;
sub logline { my ($lvl, $text) = @_; print STDERR "[2026/11/26 03:10:07] [$lvl] [job.pl] $text\n" }
sub step { my ($n) = @_; die "step $n: lock is held by pid 4711" if $n == 3; logline("INFO", "step $n done") } # RAISES
eval { step($_) for 1 .. 5; 1 } or do {
    chomp(my $e = $@);
    logline("FATAL", "aborting: $e");
    logline("INFO", "removing temporary file $_") for 1 .. 12;
    exit 75;
};
