use strict;
use warnings;
use Getopt::Long;
my %how = (jobs => 2);
GetOptions(\%how, 'jobs=i', 'dry-run', 'target=s') or usage();
sub usage {
    print STDERR <<"END";
usage: mirror.pl [--jobs N] [--dry-run] --target DIR
  --jobs N     how many at once (2)
  --dry-run    only tell what would be done
END
    exit 64;
}
print "mirroring to $how{target} with $how{jobs} jobs\n";
