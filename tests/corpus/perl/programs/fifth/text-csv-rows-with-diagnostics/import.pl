use strict;
use warnings;
use Text::CSV_XS;
use Log::Any qw($log);
use Log::Any::Adapter ('Stderr', log_level => 'info');

my $csv = Text::CSV_XS->new({binary => 0, auto_diag => 1, diag_verbose => 1, strict => 1});
my ($good, %bad) = (0);
while (my $line = <DATA>) {
    chomp $line;
    if ($csv->parse($line)) {
        my @cells = $csv->fields;
        if (eval { check(@cells); 1 }) { $good++ } else { $bad{check}++; $log->errorf('row %d: %s', $., $@ =~ s/\s+\z//r) }
    } else {
        my ($code, $text, $pos) = $csv->error_diag;
        $bad{$code}++;
        $log->error("row $.: ERROR $code $text at $pos");
    }
}
$log->warn("left out: " . join ', ', map { "$bad{$_} by $_" } sort keys %bad);
print "imported $good rows\n";

sub check { my ($id, $name, $sum) = @_; die "no sum in '$name'" unless defined $sum && $sum =~ /^[\d.]+$/; }
__DATA__
1,"Ada",12.50
2,"Ben "the" miller",3
3,"Cid",n/a
4,"Dora",7
5,"Emil,8
6,Finn,0.5
