use strict;
use warnings;
use Mojo::JSON qw(decode_json);
use Mojo::Log;

$| = 1;
my $log = Mojo::Log->new(handle => \*STDOUT);
my $at = 0;
my @events = ('{"tag":"A1"}', '{"tag":', '{"tag":"A2"}', 'ping', '{"tag":"B7"}');
while (1) {
    my $text = $events[$at++ % @events];
    my $event = eval { decode_json($text) };
    if ($@) {
        chomp(my $why = $@);
        $log->error("event $at is dropped: $why");
    } else {
        $log->info("event $at: tag $event->{tag} stored");
    }
    select undef, undef, undef, 0.3;
}
