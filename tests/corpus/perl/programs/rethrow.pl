use strict; use warnings;
sub parse { my ($l) = @_; $l =~ /^(\w+)=(\d+)$/ or die "no setting in '$l'"; return ($1, $2) }
sub load {
    my %set;
    for my $l ("batch=32", "größe: 7") {
        my ($k, $v) = eval { parse($l) };
        die "settings are wrong: $@" if $@; 
        $set{$k} = $v;
    }
    return \%set;
}
print "loading\n";
load();
