use strict;
use warnings;
use autodie;
my @tried;
for my $file (qw(/etc/batch/none.ini /app/none.ini /app/settings.ini)) {
    my $ok = eval { open my $in, '<', $file; print "settings of $file: ", scalar <$in>; 1 };
    print "not used: $@\n" unless $ok;
    last if $ok;
}
print "slot $_ is filled\n" for 1 .. 20;
