package Failure;
use strict;
use warnings;
use overload '""' => sub { my $f = shift; "Failure: $f->{message} (code $f->{code}) at $f->{file} line $f->{line}.\n" };

sub throw {
    my ($class, %o) = @_;
    my (undef, $file, $line) = caller;
    die bless { %o, file => $file, line => $line }, $class;
}

package main;

sub withdraw {
    my ($balance, $sum) = @_;
    Failure->throw(message => "balance too low", code => 12) if $sum > $balance; # RAISES
}

print STDERR "withdrawing 20\n";
withdraw(5, 20);
