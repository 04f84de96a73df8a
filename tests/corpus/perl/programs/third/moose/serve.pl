use strict;
use warnings;
package Server;
use Moose;
has host => (is => 'ro', isa => 'Str', required => 1);
has port => (is => 'ro', isa => 'Int', required => 1);
package main;
sub configured {
    my (%settings) = @_;
    return Server->new(%settings);
}
sub start_all {
    for my $port (8080, 'http') {
        my $server = configured(host => 'localhost', port => $port);
        print STDERR "server on port ", $server->port, " is configured\n";
    }
}
start_all();
