use strict; use warnings;
sub run_tool {
    my @cmd = @_;
    my $out = qx(@cmd 2>&1);
    my $code = $? >> 8;
    die "tool failed ($code): @cmd\n  output: $out" if $code; 
    return $out;
}
print run_tool('echo', 'packing');
run_tool('tar', '-tf', '/app/model.tar');
