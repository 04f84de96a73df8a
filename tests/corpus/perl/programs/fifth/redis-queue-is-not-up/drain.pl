use strict;
use warnings;
use Redis;
use Throwable::Error;

package QueueDown { use Moo; extends 'Throwable::Error'; }

sub queue { # the lock is kept by the supervisor
    my $server = shift;
    return eval { Redis->new(server => $server, reconnect => 1, every => 200_000, cnx_timeout => 1) } // QueueDown->throw("no queue at $server: $@"); # RAISES
}

local $SIG{__WARN__} = sub { print STDERR "drain[warn]: @_" };
printf STDERR "drain: %s\n", $_ for 'night shift of 2026-11-27', 'taking letters from the queue';
warn "spool/old is 14 days old\n";
my $queue = queue('127.0.0.1:6397');
printf STDERR "drain: %d letters\n", $queue->llen('letters');
