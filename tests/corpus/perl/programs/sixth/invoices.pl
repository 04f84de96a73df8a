use strict;
use warnings;
use JSON;
use Log::Dispatch;
use Exception::Class (
    'Invoice::Error'    => { fields => ['number'] },
    'Invoice::BadVat'   => { isa => 'Invoice::Error', description => 'VAT does not fit' },
    'Invoice::NoBuyer'  => { isa => 'Invoice::Error' },
);

my $log = Log::Dispatch->new(
    outputs   => [['Screen', min_level => 'info', stderr => 1, newline => 1]],
    callbacks => sub { my %p = @_; "<$p{level}> invoices[4711]: $p{message}" },
);
my @queue = map { decode_json($_) } <DATA>;
my (@dead, $sum);

sub check {
    my ($invoice) = @_;
    Invoice::NoBuyer->throw(error => "buyer is empty", number => $invoice->{number}) unless length $invoice->{buyer};
    my $vat = sprintf "%.2f", $invoice->{net} * 0.19;
    Invoice::BadVat->throw(error => "VAT $invoice->{vat} on $invoice->{net}, should be $vat", number => $invoice->{number})
        if $invoice->{vat} != $vat;
    return $invoice->{net} + $invoice->{vat};
}

sub book { $sum += check($_[0]) }

for my $invoice (@queue) {
    eval { book($invoice); 1 } and do { $log->info("booked $invoice->{number}"); next };
    my $e = $@;
    $log->critical("consumer cannot book: " . ref($e) . ": " . $e->error . "\n" . $e->trace->as_string) if $e->isa('Invoice::BadVat');
    $log->error("$e") unless $e->isa('Invoice::BadVat');
    push @dead, { number => $e->number, reason => $e->error, failed => JSON::true };
}
$log->notice(sprintf "%d of %d messages moved to queue invoices.dead: %s", scalar @dead, scalar @queue, JSON->new->canonical->encode(\@dead));
$log->info("sum of the day: $sum");
__DATA__
{"number":"R-501","buyer":"Kern","net":100,"vat":19}
{"number":"R-502","buyer":"Holm","net":80,"vat":12.8}
{"number":"R-503","buyer":"","net":10,"vat":1.9}
{"number":"R-504","buyer":"Aue","net":40,"vat":7.6}
{"number":"R-505","buyer":"Rau","net":55,"vat":0}
