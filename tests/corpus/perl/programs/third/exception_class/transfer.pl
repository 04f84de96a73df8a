use strict;
use warnings;
use Exception::Class (
    'Transfer::Error' => { fields => ['account'] },
    'Transfer::Error::Locked' => { isa => 'Transfer::Error', description => 'account is locked' },
);
Transfer::Error->Trace(1);
$| = 1;

sub debit {
    my ($account, $sum) = @_;
    Transfer::Error::Locked->throw(error => "account $account is locked since Monday", account => $account) if $account == 7;
    print "debit $account: $sum\n";
}

sub transfer {
    my ($from, $to, $sum) = @_;
    debit($from, $sum);
    debit($to, -$sum);
}
transfer(1, 2, 50);
transfer(3, 7, 20);
