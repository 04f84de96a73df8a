use strict; use warnings;
sub fetch {
    my ($s) = @_;
    local $SIG{ALRM} = sub { die "timeout: no answer within 1 s" }; # RAISES
    alarm 1;
    select undef, undef, undef, $s;
    alarm 0;
}
$| = 1;
print "fetching\n";
fetch(3);
