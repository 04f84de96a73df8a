use strict; use warnings;
my %plan = (fetch => sub { "fetched" }, pack => "packer");
sub run_step {
    my ($name) = @_;
    return $plan{$name}->(); # RAISES
}
$| = 1;
print run_step($_), "\n" for qw(fetch pack);
