use strict;
use warnings;
use Log::Log4perl qw(:easy);
use Text::CSV_XS;
use Try::Tiny;

Log::Log4perl->easy_init({level => $INFO, layout => '%d [%P] %p %F{1}:%L %c - %m%n'});
my ($good, $bad) = (0, 0);
my $csv = Text::CSV_XS->new({binary => 1});
while (my $row = <DATA>) {
    try {
        $csv->parse($row) or die 'bad row: ' . $csv->error_diag . "\n";
        my ($name, $height) = $csv->fields;
        die "no height of $name" if $height !~ /^\d+$/;
        $good++;
    } catch {
        $bad++;
        chomp;
        ERROR("row $. left out: $_");
    };
}
FATAL("nothing could be read") if !$good;
INFO("$good rows loaded, $bad left out");
__DATA__
Hill,430
Old "Mill",120
Bay,
Mount,1204
