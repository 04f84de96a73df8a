use strict;
use warnings;
use LWP::UserAgent;

my $agent = LWP::UserAgent->new(timeout => 5, agent => "pull/1.4");
my $base = $ENV{INDEX_URL} // "http://127.0.0.1:9";
for my $attempt (1 .. 3) {
    print STDERR "[pull] attempt $attempt of 3: $base/index.json\n";
    my $answer = $agent->get("$base/index.json");
    exit 0 if $answer->is_success;
    die "[pull] giving up: ", $answer->status_line, "\n" if $attempt == 3;
}
