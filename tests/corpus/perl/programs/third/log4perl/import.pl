use strict;
use warnings;
use Log::Log4perl qw(:easy);
Log::Log4perl->easy_init({ level => $INFO, layout => '%d %-5p %M{1}> %m%n', file => 'STDERR' });

sub amount {
    my ($text, $number) = @_;
    LOGDIE("orders.csv, line $number: amount '$text' is no number") unless $text =~ /^\d+(\.\d+)?$/;
    return $text;
}

sub run {
    my ($sum, $n) = (0, 0);
    for my $row (qw(12.50 8 3.75 n/a 14)) {
        WARN("line " . ($n + 1) . " has no currency, EUR is taken") if $n == 1;
        $sum += amount($row, ++$n);
        INFO("$n rows, sum $sum");
    }
}
INFO("import begins");
run();
INFO("import done");
