package Report;
use strict;
use warnings;

sub write_report {
    my ($path, @rows) = @_;
    open(OUT, ">$path");
    print OUT join("\n", @rows);
    close(OUT);
    return;
}

1;
