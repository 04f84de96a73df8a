use strict;
sub fetch {
    my %args = (url => 'http://127.0.0.1/', retries => 3;
    for my $n (1 .. $args{retries}) {
        eval { get($args{url}) } or warn "error: $@";
}
