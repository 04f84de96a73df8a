use strict;
use warnings;
use IO::Socket::INET;
use LWP::UserAgent;

my $daemon = IO::Socket::INET->new(LocalAddr => '127.0.0.1', Listen => 5) or die "no daemon: $!";
my $url = 'http://127.0.0.1:' . $daemon->sockport . '/';
my $child = fork // die "fork: $!";
if (!$child) {
    for my $answer ([503, 'Service Unavailable'], [500, 'Internal Server Error'], [200, 'OK']) {
        my $client = $daemon->accept;
        while (<$client>) { last if /^\r?\n/ }
        print $client "HTTP/1.1 @$answer\r\nConnection: close\r\nContent-Length: 9\r\n\r\n40 parts\n";
        $client->close;
    }
    exit 0;
}
my $agent = LWP::UserAgent->new(timeout => 5);
for my $try (1 .. 5) {
    my $answer = $agent->get($url . 'index');
    if ($answer->is_success) {
        print 'index: ', $answer->content;
        last;
    }
    warn "try $try: ", $answer->status_line, "; waiting";
    select undef, undef, undef, 0.05;
}
waitpid $child, 0;
