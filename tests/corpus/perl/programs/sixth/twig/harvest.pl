use strict;
use warnings;
use XML::Twig;
use File::Copy qw(copy);

my ($taken, $kept) = (0, 0);
for my $feed (sort glob "in/*.xml") {
    (my $name = $feed) =~ s{.*/|\.xml$}{}g;
    my $twig = XML::Twig->new(twig_handlers => { item => sub { $_->purge } });
    print "harvest: $name\n";
    if (eval { $twig->parsefile($feed); 1 }) {
        $taken++;
        next;
    }
    print STDERR "harvest: $name cannot be parsed: $@";
    my $old = "yesterday/$name.xml";
    if (-e $old) {
        copy($old, "/tmp/$name.xml") or warn "copy: $!";
        print "harvest: $name: edition of yesterday is kept\n";
        $kept++;
    } else {
        print "harvest: $name: has no edition of yesterday, starts empty\n";
    }
}
print "harvest: $taken new, $kept kept\n";
