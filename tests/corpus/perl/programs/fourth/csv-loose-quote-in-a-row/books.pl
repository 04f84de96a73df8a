use strict;
use warnings;
use Text::CSV_XS;

my $csv = Text::CSV_XS->new({ binary => 1, auto_diag => 2 });
open my $in, "<:encoding(UTF-8)", "books.csv" or die "books.csv: $!";
my $header = $csv->getline($in);
print "columns: @$header\n";
my $rows = 0;
while (my $row = $csv->getline($in)) {    # RAISES
    $rows++;
    print "row $rows: $row->[0]\n";
}
