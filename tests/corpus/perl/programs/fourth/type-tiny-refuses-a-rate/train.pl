use strict;
use warnings;
use Types::Standard qw(Num Str);
use Types::Common::Numeric qw(PositiveNum);
use Type::Params qw(compile_named);

$| = 1;
my $check = compile_named(model => Str, rate => PositiveNum);
sub train {
    my $given = $check->(@_);
    print "training $given->{model} at $given->{rate}\n";
}
train(model => "small", rate => 0.1);
train(model => "large", rate => -0.1);    # RAISES
