use strict;
use warnings;
use Getopt::Long;
use Pod::Usage;

GetOptions("workers|w=i" => \my $workers, "out=s" => \my $out, "help" => \my $help) or pod2usage(2);
pod2usage(-verbose => 1, -exitval => 0) if $help;
print "rendering with $workers workers\n";

__END__

=head1 NAME

render.pl - renders the tiles of a map

=head1 SYNOPSIS

render.pl [options] area...

 Options:
   --workers N   how many processes work at once
   --out FOLDER  where the tiles go
   --help        this text

=cut
